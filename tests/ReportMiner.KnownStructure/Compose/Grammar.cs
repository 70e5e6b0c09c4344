using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Makes phrases from <c>data/phrases.json</c>: one topic a report, no phrase twice in a report.</summary>
internal sealed partial class Grammar
{
    private static readonly JsonElement Data = Load();

    private readonly Dice _dice;
    private readonly JsonElement _topic;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public Grammar(Dice dice)
    {
        _dice = dice;
        var topics = Data.GetProperty("topics");
        _topic = topics[dice.Between(0, topics.GetArrayLength() - 1)];
    }

    /// <summary>A phrase of the kind that this report has not said yet.</summary>
    public string Say(string kind)
    {
        for (var attempt = 0; ; attempt++)
        {
            var phrase = Expand("{" + kind + "}");
            if (_said.Add(kind + phrase) || attempt > 40)
            {
                return phrase;
            }
        }
    }

    /// <summary>A phrase of the kind, said before or not.</summary>
    public string Any(string kind) => Expand("{" + kind + "}");

    private string Expand(string text)
    {
        while (Slot().Match(text) is { Success: true } slot)
        {
            text = text[..slot.Index] + Fill(slot.Groups[1].Value) + text[(slot.Index + slot.Length)..];
        }

        return Particle().Replace(text, m => Choose(m.Groups["stem"].Value, m.Groups["with"].Value, m.Groups["without"].Value));
    }

    private string Fill(string name) => name switch
    {
        "pct" => _dice.Between(2, 89) + "." + _dice.Between(0, 9) + "%",
        "cnt" => _dice.Between(120, 9800).ToString("N0", CultureInfo.InvariantCulture),
        "cnt2" => _dice.Between(1000, 99999).ToString(CultureInfo.InvariantCulture),
        "small" => _dice.Between(2, 19).ToString(CultureInfo.InvariantCulture),
        "won" => _dice.Chance(50) ? $"{_dice.Between(11, 990)}억 원" : $"{_dice.Between(1, 9)}조 {_dice.Between(1, 9) * 1000:N0}억 원",
        "month" => _dice.Between(1, 12).ToString(CultureInfo.InvariantCulture),
        "day" => _dice.Between(1, 28).ToString(CultureInfo.InvariantCulture),
        "page" => _dice.Between(11, 99).ToString(CultureInfo.InvariantCulture),
        "page2" => _dice.Between(100, 240).ToString(CultureInfo.InvariantCulture),
        "yy" => _dice.Between(25, 29).ToString(CultureInfo.InvariantCulture),
        _ => Alternative(_topic.TryGetProperty(name, out var own) ? own : Data.GetProperty("rules").GetProperty(name)),
    };

    private string Alternative(JsonElement list) => list[_dice.Between(0, list.GetArrayLength() - 1)].GetString()!;

    // 이(가) and the like, by the last letter of the word before.
    private static string Choose(string stem, string with, string without)
    {
        var last = stem[0];
        var closed = last is >= '가' and <= '힣' ? (last - '가') % 28 : last is '0' or '1' or '3' or '6' or '7' or '8' ? 1 : 0;
        var liquid = with == "으로" && last is >= '가' and <= '힣' && closed == 8;
        return stem + (closed > 0 && !liquid ? with : without);
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream("data/phrases.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"(?<stem>[가-힣0-9A-Za-z][’”」』)]?)(?<with>은|이|을|과|으로)\((?<without>는|가|를|와|로)\)")]
    private static partial Regex Particle();
}
