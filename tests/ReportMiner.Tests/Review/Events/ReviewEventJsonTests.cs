using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ReviewEventJsonTests
{
    [Fact]
    public void An_event_is_read_as_it_was_written()
    {
        var desk = ReviewDesk.Realistic();
        var actors = ImmutableArray.Create(new TextPlace("독일", 1, 3), new TextPlace("구절"));
        var made = desk.Accept(desk.KeyOf("독일")) with
        {
            New = ItemFields.Empty.With(ItemField.Actors, actors).With(ItemField.Vague, true).With(ItemField.Start, 7).With(ItemField.Unit, (string?)null)
                .With(ItemField.Arguments, ImmutableSortedDictionary<string, ImmutableArray<TextPlace>>.Empty.Add("object", actors)),
        };
        var line = ReviewEventJson.Write(made);
        Assert.DoesNotContain((byte)'\n', line);
        Assert.Equal(made, ReviewEventJson.Read(line));
        Assert.Equal(line, ReviewEventJson.Write(ReviewEventJson.Read(line)));
    }

    [Fact]
    public void Every_key_is_written()
    {
        var desk = ReviewDesk.Realistic();
        var json = JsonNode.Parse(ReviewEventJson.Write(desk.Undo("x")))!.AsObject();
        Assert.Equal(["schemaVersion", "id", "action", "item", "base", "old", "new", "into", "undoes", "group", "who", "when", "channel", "reason"], json.Select(p => p.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Another_line_is_no_event(string line) => Assert.Throws<JsonException>(() => ReviewEventJson.Read(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("\"schemaVersion\":\"1.0.0\"", "\"schemaVersion\":\"2.0.0\"")]
    [InlineData("\"action\":\"accept\"", "\"action\":\"like\"")]
    [InlineData("\"action\":\"accept\"", "\"action\":77")]
    [InlineData("\"quote\":\"독일\",", "")]
    [InlineData("\"quote\":\"독일\",", "\"quote\":null,")]
    [InlineData("\"new\":null", "\"new\":{\"arguments\":{\"object\":null}}")]
    [InlineData("\"new\":null", "\"new\":{\"actors\":[{\"text\":null}]}")]
    [InlineData("\"new\":null", "\"new\":{\"low\":1.5}")]
    [InlineData("\"new\":null", "\"new\":{\"actors\":[null]}")]
    public void An_event_that_says_what_is_not_known_is_not_read(string right, string wrong)
    {
        var desk = ReviewDesk.Realistic();
        var line = Encoding.UTF8.GetString(ReviewEventJson.Write(desk.Accept(desk.KeyOf("독일"))));
        Assert.Contains(right, line);
        Assert.Throws<JsonException>(() => ReviewEventJson.Read(Encoding.UTF8.GetBytes(line.Replace(right, wrong, StringComparison.Ordinal))));
    }
}
