using System.Text.Json.Serialization;

namespace ReportMiner;

/// <summary>What is written.</summary>
/// <param name="ReviewHtml">Whether a review page is written beside each report's JSON.</param>
/// <param name="MinConfidence">Names, dates, amounts and recommendations below this are left out.</param>
/// <param name="PersonalData">What becomes of telephone numbers and e-mail addresses.</param>
public sealed record OutputOptions(bool ReviewHtml = true, double MinConfidence = 0, PersonalDataMode PersonalData = PersonalDataMode.Keep);

/// <summary>What becomes of telephone numbers and e-mail addresses.</summary>
public enum PersonalDataMode
{
    /// <summary>They stay as they are.</summary>
    [JsonStringEnumMemberName("keep")] Keep,

    /// <summary>Their letters and digits are replaced in all that is written.</summary>
    [JsonStringEnumMemberName("mask")] Mask,
}
