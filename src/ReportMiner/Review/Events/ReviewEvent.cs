namespace ReportMiner.Review.Events;

/// <summary>One line of a report's review file: something a reviewer did. Never changed, only followed by others.</summary>
public sealed record ReviewEvent
{
    /// <summary>Version of this shape, by semantic versioning.</summary>
    public const string CurrentSchemaVersion = "1.0.0";

    /// <summary>Version of this shape, by semantic versioning.</summary>
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Unique among all events.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required ReviewAction Action { get; init; }

    /// <summary>Id of the item in the extraction it was done on, or <c>+</c> and the event's id for an added item; null for add, undo and a comment on the whole report.</summary>
    public required string? Item { get; init; }

    /// <summary>What the reviewer saw; null for undo and a comment on the whole report.</summary>
    public required EventBase? Base { get; init; }

    /// <summary>Of an edit: the changed fields as they were.</summary>
    public required ItemFields? Old { get; init; }

    /// <summary>Of an edit: the changed fields as they are to be; of an addition: all fields.</summary>
    public required ItemFields? New { get; init; }

    /// <summary>Of a merge: the mention whose entity takes in the item's.</summary>
    public required EventBase? Into { get; init; }

    /// <summary>Of an undo: id of the event, or of the group of events, that is taken back.</summary>
    public required string? Undoes { get; init; }

    /// <summary>What was done at one stroke and is undone at one, or null.</summary>
    public required string? Group { get; init; }

    /// <summary>The reviewer.</summary>
    public required string Who { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>Where the reviewer worked.</summary>
    public required ReviewChannel Channel { get; init; }

    /// <summary>Why, in the reviewer's words, or null; of a comment the comment.</summary>
    public required string? Reason { get; init; }
}
