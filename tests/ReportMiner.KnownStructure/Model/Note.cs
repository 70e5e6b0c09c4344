namespace ReportMiner.KnownStructure.Model;

/// <summary>Where a note is printed.</summary>
internal enum NotePlace
{
    /// <summary>At the foot of the page.</summary>
    Foot,

    /// <summary>At the end of the report.</summary>
    End,

    /// <summary>Right under the bullet.</summary>
    UnderBullet,
}

/// <summary>A note; the marker is without brackets.</summary>
internal sealed record Note(string Id, string Marker, string Text, NotePlace Place, bool MaySplit = false);
