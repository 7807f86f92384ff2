using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Says sums of money: "39.9元", "8欧元"; "¥39.90", "$12.50", "€8".</summary>
public static class MoneyText
{
    /// <summary>A sum, rounded to two places. Currencies without a common sign or name are written with their code.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="currency">ISO 4217 code, for example <c>CNY</c>.</param>
    /// <param name="tongue">The language; for zh-Hant still in simplified script.</param>
    public static string Of(decimal amount, string currency, Tongue tongue)
    {
        var sum = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        return tongue == Tongue.En ? English(sum, currency) : Chinese(sum, currency);
    }

    private static string Chinese(decimal sum, string currency)
    {
        var digits = sum.ToString("0.##", CultureInfo.InvariantCulture);
        return currency switch
        {
            "CNY" => digits + "元",
            "USD" => digits + "美元",
            "EUR" => digits + "欧元",
            "GBP" => digits + "英镑",
            "HKD" => digits + "港元",
            "TWD" => "新台币" + digits + "元",
            "JPY" => digits + "日元",
            _ => $"{digits} {currency}",
        };
    }

    private static string English(decimal sum, string currency)
    {
        var digits = sum.ToString(decimal.IsInteger(sum) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return currency switch
        {
            "CNY" => "¥" + digits,
            "USD" => "$" + digits,
            "EUR" => "€" + digits,
            "GBP" => "£" + digits,
            "HKD" => "HK$" + digits,
            "TWD" => "NT$" + digits,
            "JPY" => digits + " yen",
            _ => $"{currency} {digits}",
        };
    }
}
