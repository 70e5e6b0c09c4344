using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Resources;

/// <summary>How much a form of a name needs beside it before it counts.</summary>
internal enum NameEvidence
{
    /// <summary>The form alone is enough.</summary>
    None,

    /// <summary>Also a common word: the document must show once that it is a name.</summary>
    Document,

    /// <summary>Counts only in a list of bodies, as 기재 in (행안, 기재).</summary>
    List,

    /// <summary>People said that it is no name of its type.</summary>
    Refused,
}

/// <summary>One spelling of a name.</summary>
internal sealed record NameForm(string Text, NameEvidence Evidence, NameEntry Entry);

/// <summary>A line of a gazetteer.</summary>
internal sealed record NameEntry(string Gazetteer, string Name, EntityType Type, string? Subtype);

/// <summary>The names of all files under <c>gazetteers/</c>: name, type, subtype, aliases, parted by tabs; further cells are for people.</summary>
internal static class Gazetteer
{
    /// <summary>What was learned from reviews; its lines go before those of all other files.</summary>
    public const string ReviewedFile = Folder + "reviewed.tsv";

    private const string Folder = "gazetteers/";

    /// <summary>The forms of all names, in the order of the files and their lines, the reviewed first; of equal forms the first.</summary>
    public static ImmutableArray<NameForm> Load(ResourceDirectory resources)
    {
        var known = new HashSet<(EntityType, string)>();
        var forms = ImmutableArray.CreateBuilder<NameForm>();
        foreach (var file in resources.Files.Where(f => f.Name.StartsWith(Folder, StringComparison.Ordinal)).OrderBy(f => f.Name != ReviewedFile))
        {
            var gazetteer = Path.GetFileNameWithoutExtension(file.Name);
            foreach (var row in resources.ReadRows(file.Name))
            {
                forms.AddRange(Read(file.Name, gazetteer, row).Where(f => known.Add((f.Entry.Type, f.Text))));
            }
        }

        return forms.ToImmutable();
    }

    private static IEnumerable<NameForm> Read(string file, string gazetteer, string[] row)
    {
        if (row.Length < 2 || !Enum.TryParse<EntityType>(row[1], ignoreCase: true, out var type))
        {
            throw new ResourceException($"{file}: no type in the line of \"{row[0]}\"");
        }

        var name = row[0].TrimStart('~', '+', '!');
        var entry = new NameEntry(gazetteer, name, type, row.Length > 2 && row[2].Length > 0 ? row[2] : null);
        var aliases = row.Length > 3 ? row[3].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

        // A remark in brackets tells two bodies of one name apart (특허청, 특허청(일본)); nobody writes it.
        var first = row[0].EndsWith(')') && !aliases.Contains(row[0]) || aliases.Contains("~" + name) ? [] : new[] { row[0] };
        return first.Concat(aliases).Select(form => form[0] switch
        {
            '~' => new NameForm(form[1..], NameEvidence.Document, entry),
            '+' => new NameForm(form[1..], NameEvidence.List, entry),
            '!' => new NameForm(form[1..], NameEvidence.Refused, entry),
            _ => new NameForm(form, NameEvidence.None, entry),
        });
    }
}
