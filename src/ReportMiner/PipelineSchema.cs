using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportMiner.Emit;

namespace ReportMiner;

/// <summary>The keys of <c>pipeline.json</c>: one table from which both the check on load and the JSON Schema are made.</summary>
public static class PipelineSchema
{
    private static readonly Key[] Keys =
    [
        new("schemaVersion", "string", "설정 파일 형식의 판. / Version of this file's shape.") { Allowed = [PipelineOptions.CurrentSchemaVersion] },
        new("pdf.engine", "string", "PDF를 읽는 엔진. auto는 PdfPig를 넣어 빌드했으면 pdfpig, 아니면 poppler. / What reads PDF files; auto is pdfpig where the build has it, poppler elsewhere.") { Allowed = ["auto", "poppler", "pdfpig"] },
        new("pdf.timeLimitSeconds", "integer", "엔진 한 번 실행의 시간 한도(초). / Time limit of one engine run.") { Minimum = 1, Maximum = 3600 },
        new("pdf.memoryLimitMegabytes", "integer", "엔진 한 번 실행의 메모리 한도(MB). / Memory limit of one engine run.") { Minimum = 64, Maximum = 65536 },
        new("pdf.retries", "integer", "실패한 실행을 다시 해 보는 횟수. / How often a failed run is tried again.") { Minimum = 0, Maximum = 10 },
        new("pdf.popplerPath", "string", "poppler 프로그램 폴더, null이면 PATH. / Folder of poppler's programs; null looks in PATH.") { Nullable = true },
        new("pdf.ocr", "string", "문자 인식: 글자가 없거나 빠진 쪽만, 하지 않음, 모든 쪽. / Character recognition: pages whose text is missing or lacks characters, none, all.") { Allowed = ["auto", "off", "always"] },
        new("pdf.tesseractPath", "string", "tesseract 폴더, null이면 PATH. / Folder of tesseract; null looks in PATH.") { Nullable = true },
        new("limits.maxTextBytes", "integer", "글 파일의 최대 크기. / Largest text file.") { Minimum = 1, Maximum = 1L << 30 },
        new("limits.maxPdfBytes", "integer", "PDF 파일의 최대 크기. / Largest PDF file.") { Minimum = 1, Maximum = 1L << 32 },
        new("limits.maxOfficeBytes", "integer", "HWP, HWPX, DOCX 파일의 최대 크기. / Largest HWP, HWPX or DOCX file.") { Minimum = 1, Maximum = 1L << 31 },
        new("limits.maxUnpackedBytes", "integer", "그 파일에서 풀려 나오는 자료의 최대 크기. / Most that may be unpacked from one.") { Minimum = 1, Maximum = 1L << 34 },
        new("limits.maxEntries", "integer", "그 안에 든 파일과 스트림의 최대 수. / Most files or streams inside one.") { Minimum = 1, Maximum = 1_000_000 },
        new("limits.maxDepth", "integer", "요소, 표, 글상자가 겹쳐 들어가는 최대 깊이. / How deep elements, tables and boxes may stand in each other.") { Minimum = 10, Maximum = 1000 },
        new("limits.maxRecordBytes", "integer", "한 레코드의 최대 크기. / Largest record in one.") { Minimum = 1024, Maximum = 1L << 30 },
        new("limits.maxSeconds", "integer", "HWP, HWPX, DOCX 하나를 읽는 시간 한도(초). / Time limit for reading one.") { Minimum = 1, Maximum = 3600 },
        new("limits.maxDocumentSeconds", "integer", "보고서 하나를 처리하는 시간 한도(초). / Time limit for all work on a document.") { Minimum = 1, Maximum = 86_400 },
        new("limits.maxDocumentMegabytes", "integer", "보고서 하나를 처리하는 프로세스의 메모리 한도(MB). / Memory limit of the process that works on a document.") { Minimum = 512, Maximum = 1_048_576 },
        new("tag.names", "string", "이름을 찾는 방법: 규칙과 모형, 규칙만, 모형만. / What finds names: rules and model, rules alone, model alone.") { Allowed = ["both", "rules", "model"] },
        new("tag.recommendations", "string", "제언을 찾는 방법: 규칙의 무게를 아는 분류기, 규칙만. / What finds recommendations: a classifier that is told the rules' weights, rules alone.") { Allowed = ["both", "rules"] },
        new("output.reviewHtml", "boolean", "검토 페이지를 만들지. / Whether review pages are written."),
        new("output.minConfidence", "number", "이보다 낮은 신뢰도의 항목은 뺀다. / Items below this confidence are left out.") { Minimum = 0, Maximum = 1 },
        new("output.personalData", "string", "전화번호와 전자우편 주소: 그대로 둠, 모든 결과에서 가림. / Telephone numbers and e-mail addresses: kept, or masked in all that is written.") { Allowed = ["keep", "mask"] },
        new("models", "string", "models 폴더(이 파일 기준), null이면 프로그램 옆. / Models folder, relative to this file; null for the one beside the program.") { Nullable = true },
    ];

    /// <summary>The JSON Schema (2020-12) of <c>pipeline.json</c>, for editors.</summary>
    public static string Generate()
    {
        var root = Folder("ReportMiner pipeline.json");
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        var properties = root["properties"]!.AsObject();
        properties["$schema"] = new JsonObject { ["type"] = "string" };
        foreach (var key in Keys)
        {
            var parts = key.Path.Split('.');
            var place = properties;
            foreach (var part in parts[..^1])
            {
                place = (place[part] ??= Folder(null))["properties"]!.AsObject();
            }

            place[parts[^1]] = key.Schema();
        }

        return root.ToJsonString(ReportJson.Options) + "\n";
    }

    /// <summary>Throws at the first key that is unknown or has a value it may not have.</summary>
    internal static void Check(JsonElement root) => Check(root, "");

    private static void Check(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new PipelineOptionsException(path.Length == 0 ? "$" : path, "객체 { … } 여야 합니다", "must be an object { … }");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!seen.Add(property.Name))
            {
                throw new PipelineOptionsException(name, "같은 키가 두 번 있습니다", "the key is there twice");
            }

            if (name == "$schema")
            {
                if (property.Value.ValueKind != JsonValueKind.String)
                {
                    throw new PipelineOptionsException(name, "문자열이어야 합니다", "must be a string");
                }
            }
            else if (Array.Find(Keys, k => k.Path == name) is { } key)
            {
                key.Check(property.Value);
            }
            else if (Keys.Any(k => k.Path.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                Check(property.Value, name);
            }
            else
            {
                var known = string.Join(", ", Keys.Select(k => k.Path));
                throw new PipelineOptionsException(name, $"모르는 키입니다. 쓸 수 있는 키: {known}", $"unknown key; known keys: {known}");
            }
        }
    }

    private static JsonObject Folder(string? title)
    {
        var folder = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false };
        if (title is not null)
        {
            folder.Insert(0, "title", title);
        }

        return folder;
    }

    private sealed record Key(string Path, string Type, string Description)
    {
        public string[] Allowed { get; init; } = [];

        public double? Minimum { get; init; }

        public double? Maximum { get; init; }

        public bool Nullable { get; init; }

        public void Check(JsonElement value)
        {
            var fits = (value.ValueKind, Type) switch
            {
                (JsonValueKind.Null, _) => Nullable,
                (JsonValueKind.String, "string") => Allowed.Length == 0 || Allowed.Contains(value.GetString(), StringComparer.Ordinal),
                (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
                (JsonValueKind.Number, "integer") => value.TryGetInt64(out var whole) && whole >= Minimum && whole <= Maximum,
                (JsonValueKind.Number, "number") => value.TryGetDouble(out var real) && real >= Minimum && real <= Maximum,
                _ => false,
            };
            if (!fits)
            {
                var given = value.GetRawText() is { Length: <= 60 } raw ? raw : value.ValueKind.ToString();
                throw new PipelineOptionsException(Path, $"{given} 은(는) 쓸 수 없습니다. {Korean()}", $"{given} is not allowed; must be {English()}");
            }
        }

        public JsonObject Schema()
        {
            var schema = new JsonObject { ["type"] = Nullable ? new JsonArray(Type, "null") : Type, ["description"] = Description };
            if (Allowed.Length > 0)
            {
                schema["enum"] = new JsonArray([.. Allowed.Select(a => JsonValue.Create(a))]);
            }

            if (Minimum is { } minimum)
            {
                schema["minimum"] = JsonValue.Create(minimum);
                schema["maximum"] = JsonValue.Create(Maximum);
            }

            return schema;
        }

        private string Range => string.Create(CultureInfo.InvariantCulture, $"{Minimum}–{Maximum}");

        private string Korean() => (Type switch
        {
            "boolean" => "true 또는 false",
            "integer" => $"{Range} 사이의 정수",
            "number" => $"{Range} 사이의 수",
            _ => Allowed.Length > 0 ? string.Join(" | ", Allowed) : "문자열",
        }) + (Nullable ? " 또는 null" : "") + "만 됩니다";

        private string English() => (Type switch
        {
            "boolean" => "true or false",
            "integer" => $"a whole number in {Range}",
            "number" => $"a number in {Range}",
            _ => Allowed.Length > 0 ? string.Join(" | ", Allowed) : "a string",
        }) + (Nullable ? " or null" : "");
    }
}
