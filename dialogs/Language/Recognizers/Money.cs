namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>A currency or a part of one, and how people write it.</summary>
/// <param name="Unit">Its English name.</param>
/// <param name="Iso">The ISO 4217 code; null where the name is of several currencies, or of a part.</param>
/// <param name="Words">Its names and signs, lower case; those that may stand in front of the number begin with <c>^</c>, those that only do with <c>^^</c>.</param>
/// <param name="Parts">Names of its hundredth, behind the number.</param>
internal sealed record Money(string Unit, string? Iso, string[] Words, string[] Parts)
{
    private static readonly string[] Cents = ["cents", "cent", "美分", "分"];

    /// <summary>The currencies that are known. Where two share a name the first has it.</summary>
    public static IReadOnlyList<Money> All { get; } =
    [
        new("United States dollar", "USD", ["^usd$", "^us $", "^us$", "^u.s. $", "^u.s $", "^usd", "us dollars", "us dollar", "u.s. dollars", "u.s. dollar", "united states dollars", "united states dollar", "american dollars", "american dollar", "美元", "美金", "美刀"], Cents),
        new("Hong Kong dollar", "HKD", ["^hk $", "^hk$", "^hkd", "hong kong dollars", "hong kong dollar", "港币", "港元", "港幣"], Cents),
        new("Canadian dollar", "CAD", ["^cad$", "^c $", "^c$", "^ca$", "^can$", "^cad", "canadian dollars", "canadian dollar", "加元", "加拿大元"], Cents),
        new("Australian dollar", "AUD", ["^aud$", "^a $", "^a$", "^au$", "^aud", "australian dollars", "australian dollar", "澳元", "澳大利亚元", "澳币"], Cents),
        new("New Zealand dollar", "NZD", ["^nzd$", "^nz $", "^nz$", "^nzd", "new zealand dollars", "new zealand dollar", "新西兰元", "纽币"], Cents),
        new("Singapore dollar", "SGD", ["^s $", "^s$", "^sgd", "singapore dollars", "singapore dollar", "新加坡元", "新元", "新币"], Cents),
        new("New Taiwan dollar", "TWD", ["^nt $", "^nt$", "^twd", "new taiwan dollars", "new taiwan dollar", "新台币", "台币", "台幣"], Cents),
        new("Chinese yuan", "CNY", ["^rmb", "^cny", "^¥", "^￥", "^人民币", "chinese yuan", "yuan", "renminbi", "元人民币", "块钱", "元钱", "元整", "元", "圆", "块"], ["分", "fen"]),
        new("Japanese yen", "JPY", ["^jpy", "japanese yen", "yen", "日元", "日圆", "円"], ["日本銭", "日本钱", "sen"]),
        new("Euro", "EUR", ["^€", "^eur", "euros", "euro", "欧元"], ["cents", "cent", "欧分", "分"]),
        new("British pound", "GBP", ["^gbp", "british pounds", "british pound", "pounds sterling", "pound sterling", "sterling", "英镑"], ["pence", "便士"]),
        new("Swiss franc", "CHF", ["^chf", "swiss francs", "swiss franc", "瑞士法郎"], []),
        new("Indian rupee", "INR", ["^inr", "^₹", "indian rupees", "indian rupee", "印度卢比"], []),
        new("Sri Lankan rupee", "LKR", ["^lkr", "ரூ", "sri lankan rupees", "sri lankan rupee"], []),
        new("South Korean won", "KRW", ["^krw", "^₩", "korean won", "won", "韩元", "韩币"], []),
        new("Russian ruble", "RUB", ["^rub", "^₽", "russian rubles", "russian ruble", "rubles", "卢布"], []),
        new("Thai baht", "THB", ["^thb", "^฿", "thai baht", "baht", "泰铢"], []),
        new("Vietnamese dong", "VND", ["^vnd", "^₫", "vietnamese dong", "越南盾"], []),
        new("Nigerian naira", "NGN", ["^ngn", "^₦", "naira", "奈拉"], []),
        new("Turkish lira", "TRY", ["^₺", "turkish lira", "turkish liras", "土耳其里拉"], []),
        new("Brazilian real", "BRL", ["^r$", "^brl", "brazilian reais", "brazilian real", "巴西雷亚尔"], []),
        new("Mexican peso", "MXN", ["^mex$", "^mxn", "mexican pesos", "mexican peso", "墨西哥比索"], []),
        new("Philippine peso", "PHP", ["^php", "^₱", "philippine pesos", "philippine peso", "菲律宾比索"], []),
        new("Malaysian ringgit", "MYR", ["^myr", "^rm", "malaysian ringgit", "ringgit", "令吉", "林吉特"], []),
        new("Macanese pataca", "MOP", ["^mop", "patacas", "pataca", "澳门元", "澳门币"], []),
        new("Swedish krona", "SEK", ["^sek", "swedish kronor", "swedish krona", "瑞典克朗"], []),
        new("Norwegian krone", "NOK", ["^nok", "norwegian kroner", "norwegian krone", "挪威克朗"], []),
        new("Danish krone", "DKK", ["^dkk", "danish kroner", "danish krone", "丹麦克朗"], []),
        new("Polish złoty", "PLN", ["^pln", "zł", "zloty", "zlotys", "兹罗提"], []),
        new("Ukrainian hryvnia", "UAH", ["^uah", "^₴", "hryvnia", "格里夫纳"], []),
        new("Israeli new shekel", "ILS", ["^ils", "^₪", "shekels", "shekel", "谢克尔"], []),
        new("Costa Rican colón", "CRC", ["^₡", "colones", "科朗"], []),
        new("Georgian lari", "GEL", ["^₾", "georgian lari"], []),
        new("Lao kip", "LAK", ["^₭", "lao kip", "kip"], []),
        new("Mongolian tögrög", "MNT", ["^₮", "图格里克"], []),
        new("Kazakhstani tenge", "KZT", ["^₸", "tenge", "坚戈"], []),
        new("Paraguayan guaraní", "PYG", ["^₲"], []),
        new("Azerbaijani manat", "AZN", ["^₼"], []),
        new("Bitcoin", null, ["^₿", "^btc", "bitcoins", "bitcoin", "个比特币", "比特币"], []),
        new("Dollar", null, ["^$", "dollars", "dollar", "bucks", "buck"], ["cents", "cent"]),
        new("Pound", null, ["^£", "pounds", "pound", "quid"], ["pence", "pennies", "penny", "p"]),
        new("Franc", null, ["francs", "franc", "法郎"], []),
        new("Rupee", null, ["^₨", "rupees", "rupee", "卢比"], []),
        new("Peso", null, ["pesos", "peso", "比索"], []),
        new("Krone", null, ["kroner", "kronor", "krone", "克朗"], []),
        new("Cent", null, ["cents", "cent", "^¢", "美分"], []),
        new("Pence", null, ["pence", "便士"], []),
        new("Penny", null, ["pennies", "penny"], []),
        new("Sen", null, ["^^sen", "sen"], []),
        new("Jiao", null, ["毛钱", "毛", "角"], []),
    ];
}
