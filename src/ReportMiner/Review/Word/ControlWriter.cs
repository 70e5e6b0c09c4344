using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>Makes the content controls (ECMA-376 part 1, clause 17.5.2) and keeps what stands in them. One field has one control.</summary>
internal sealed class ControlWriter(FieldTexts texts, Func<ItemState, WordItem> itemOf)
{
    private readonly Dictionary<string, WordItem> _items = new(StringComparer.Ordinal);
    private readonly List<WordControl> _controls = [];
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, WordItem> Items => _items.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public ImmutableArray<WordControl> Controls => [.. _controls];

    /// <summary>The control of a field; where it has one already, the value as plain text.</summary>
    public IEnumerable<OpenXmlElement> Control(ItemState item, string field)
    {
        var value = texts.Of(item, field);
        var choices = WordFields.Choices(item.Kind, field);
        var shown = value.Length == 0 ? WordLabels.Of("empty") : choices.FirstOrDefault(c => c.Code == value).Label ?? value;
        var control = new WordControl(item.Id!, field, value);
        if (!_tags.Add(control.Tag))
        {
            return [WordText.Run(shown)];
        }

        _items.TryAdd(item.Id!, itemOf(item));
        _controls.Add(control);
        var number = _controls.Count;
        // No plain text control (w:text): LibreOffice 7.4 writes such a one three times.
        var properties = new SdtProperties(new SdtAlias { Val = WordFields.Label(field) + " " + item.Id }, new DocumentFormat.OpenXml.Wordprocessing.Tag { Val = control.Tag }, new SdtId { Val = number });
        if (value.Length == 0)
        {
            properties.Append(new ShowingPlaceholder());
        }

        if (!choices.IsEmpty)
        {
            properties.Append(new SdtContentDropDownList(choices.Select(c => new ListItem { DisplayText = c.Label, Value = c.Code })));
        }

        return
        [
            new BookmarkStart { Id = BookmarkId(number), Name = control.Bookmark },
            new SdtRun(properties, new SdtContentRun(WordText.Run(shown, value.Length == 0 ? "PlaceholderText" : null))),
            new BookmarkEnd { Id = BookmarkId(number) },
        ];
    }

    private static string BookmarkId(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
