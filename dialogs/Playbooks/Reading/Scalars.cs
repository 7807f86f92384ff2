using System.Globalization;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads single values as YAML 1.2 (core schema) does, so that reader and editors agree on what is a number.</summary>
internal static class Scalars
{
    public static ScalarKind KindOf(ScalarNode node)
    {
        if (!node.Plain)
            return ScalarKind.Text;
        return node.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Nothing,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Truth,
            var value when IsNumber(value) => ScalarKind.Number,
            _ => ScalarKind.Text,
        };
    }

    public static bool TryDecimal(ScalarNode node, out decimal number)
    {
        number = 0;
        return KindOf(node) == ScalarKind.Number
            && decimal.TryParse(node.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads <c>30m</c>, <c>4h</c>, <c>2d</c>, <c>45s</c>, with <c>working</c> behind it for working time.</summary>
    public static bool TryClock(string text, out Clock clock)
    {
        clock = default;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 2 || (parts.Length == 2 && parts[1] != "working"))
            return false;
        if (!int.TryParse(parts[0].AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1_000_000)
            return false;
        TimeSpan? unit = parts[0][^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is null)
            return false;
        clock = new Clock(unit.Value * count, parts.Length == 2);
        return true;
    }

    private static bool IsNumber(string value)
    {
        if (value.StartsWith("0x", StringComparison.Ordinal) && value.Length > 2)
            return value.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;
        if (value.StartsWith("0o", StringComparison.Ordinal) && value.Length > 2)
            return value.AsSpan(2).IndexOfAnyExceptInRange('0', '7') < 0;
        var digits = value.AsSpan(value[0] is '+' or '-' ? 1 : 0);
        if (digits is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN")
            return true;
        return digits.Length > 0 && (char.IsAsciiDigit(digits[0]) || digits[0] == '.')
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
