using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>A kind of number or bullet that opens a line.</summary>
/// <param name="Id">Name in the rules.</param>
/// <param name="Pattern">Matches at the line's head; group <c>n</c> is the marker as printed.</param>
/// <param name="Rank">Customary depth among headings, 0 the highest; null where it differs from house to house.</param>
/// <param name="Heading">When it makes a heading: always, title, titleWithMarker, short, square, never.</param>
/// <param name="Order">Place in the rules: the first that matches wins; later bullets nest deeper by custom.</param>
internal sealed record MarkerFamily(string Id, Regex Pattern, int? Rank, string Heading, int Order);
