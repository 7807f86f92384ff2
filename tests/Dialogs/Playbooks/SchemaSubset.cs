using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>
/// The keywords of JSON Schema 2020-12 that the schema of playbooks uses. Any other keyword is an exception, so that the schema
/// cannot come to rely on something that nothing checks here.
/// </summary>
internal sealed class SchemaSubset(JsonObject root)
{
    private static readonly HashSet<string> Remarks = ["$schema", "title", "description", "$defs", "then"];

    /// <summary>The first offence of a value, as path and keyword; null when it is valid.</summary>
    public string? Offence(JsonNode? value) => Offence(root, value, "");

    private string? Offence(JsonNode? schema, JsonNode? value, string path)
    {
        if (schema is JsonValue truth)
            return truth.GetValue<bool>() ? null : $"{path}: nothing is allowed here";
        foreach (var (keyword, rule) in schema!.AsObject())
            if (!Remarks.Contains(keyword) && Offence(keyword, rule!, schema.AsObject(), value, path) is { } offence)
                return offence;
        return null;
    }

    private string? Offence(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Offence(root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!, value, path),
        "type" => Check(IsOf(rule.GetValue<string>(), value)),
        "enum" => Check(rule.AsArray().Any(one => JsonNode.DeepEquals(one, value))),
        "const" => Check(JsonNode.DeepEquals(rule, value)),
        "not" => Check(Offence(rule, value, path) is not null),
        "oneOf" => Check(rule.AsArray().Count(one => Offence(one, value, path) is null) == 1),
        "if" => Offence(rule, value, path) is null ? Offence(schema["then"], value, path) : null,
        "required" => value is JsonObject map ? rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !map.ContainsKey(key)).Select(key => $"{path}: no {key}").FirstOrDefault() : null,
        "properties" => Each(value, (key, below) => rule[key] is null ? null : Offence(rule[key], below, $"{path}.{key}")),
        "additionalProperties" => Each(value, (key, below) => schema["properties"]?[key] is null ? Offence(rule, below, $"{path}.{key}") : null),
        "propertyNames" => Each(value, (key, _) => Offence(rule, JsonValue.Create(key), $"{path}.{key}")),
        "minProperties" => Check(value is not JsonObject map || map.Count >= rule.GetValue<int>()),
        "items" => value is JsonArray list ? list.Select((item, i) => Offence(rule, item, $"{path}[{i + 1}]")).FirstOrDefault(offence => offence is not null) : null,
        "minItems" => Check(value is not JsonArray list || list.Count >= rule.GetValue<int>()),
        "maxItems" => Check(value is not JsonArray list || list.Count <= rule.GetValue<int>()),
        "uniqueItems" => Check(value is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count),
        "minLength" => Check(Text(value) is not { } text || text.Length >= rule.GetValue<int>()),
        "maxLength" => Check(Text(value) is not { } text || text.Length <= rule.GetValue<int>()),
        "pattern" => Check(Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript)),
        "minimum" => Check(Number(value) is not { } number || number >= rule.GetValue<decimal>()),
        "maximum" => Check(Number(value) is not { } number || number <= rule.GetValue<decimal>()),
        _ => throw new NotSupportedException($"The keyword {keyword} is not checked by this test."),
    } is { } found ? (found.Length == 0 ? $"{path}: {keyword}" : found) : null;

    private static string? Check(bool holds) => holds ? null : "";

    private static string? Each(JsonNode? value, Func<string, JsonNode?, string?> check) =>
        (value as JsonObject)?.Select(entry => check(entry.Key, entry.Value)).FirstOrDefault(offence => offence is not null);

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value is JsonValue one && one.TryGetValue<bool>(out _),
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == decimal.Truncate(number),
        _ => throw new NotSupportedException($"The type {type} is not checked by this test."),
    };

    private static string? Text(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static decimal? Number(JsonNode? value) => value is JsonValue one && one.TryGetValue<decimal>(out var number) ? number : null;
}
