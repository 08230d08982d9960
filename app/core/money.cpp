#include "app/core/money.h"

#include <charconv>
#include <limits>

namespace tokenledger {

namespace {

__extension__ using Int128 = __int128;

constexpr std::int64_t NanoPerDollar = 1'000'000'000;
constexpr int NanoDigits = 9;
constexpr int MaxExponent = 64;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Error> badAmount(std::string_view text, const char* why) {
    return failure(
        ErrorKind::BadResponse, QStringLiteral("An amount of money cannot be read."),
        QStringLiteral("amount \"%1\": %2")
            .arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 64))),
                 QString::fromLatin1(why)));
}

// Reads "digits[.digits]" scaled so that `scaleDigits` decimals are whole; finer digits are rounded half-even.
Result<ParsedMoney> parseScaled(std::string_view text, int scaleDigits) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    if (rest.empty() || !isDigit(rest.front())) return badAmount(text, "not a plain decimal number");

    Int128 value = 0;
    constexpr Int128 Limit = static_cast<Int128>(std::numeric_limits<std::int64_t>::max());
    std::size_t i = 0;
    for (; i < rest.size() && isDigit(rest[i]); ++i) {
        value = value * 10 + (rest[i] - '0');
        if (value > Limit) return badAmount(text, "too large");
    }
    int decimals = 0;
    int firstDropped = -1;
    bool moreDropped = false;
    if (i < rest.size() && rest[i] == '.') {
        ++i;
        if (i == rest.size()) return badAmount(text, "no digit after the point");
        for (; i < rest.size() && isDigit(rest[i]); ++i) {
            if (decimals < scaleDigits) {
                value = value * 10 + (rest[i] - '0');
                ++decimals;
            } else if (firstDropped < 0) {
                firstDropped = rest[i] - '0';
            } else {
                moreDropped = moreDropped || rest[i] != '0';
            }
        }
    }
    if (i != rest.size()) return badAmount(text, "not a plain decimal number");
    for (; decimals < scaleDigits; ++decimals) value *= 10;
    const bool up = firstDropped > 5 || (firstDropped == 5 && (moreDropped || (value & 1) != 0));
    if (up) ++value;
    if (value > Limit) return badAmount(text, "too large");
    const auto magnitude = static_cast<std::int64_t>(value);
    return ParsedMoney{Money::fromNano(negative ? -magnitude : magnitude), firstDropped > 0 || moreDropped};
}

Int128 divideHalfEvenWide(Int128 numerator, Int128 denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const bool negative = numerator < 0;
    const Int128 magnitude = negative ? -numerator : numerator;
    Int128 quotient = magnitude / denominator;
    const Int128 twice = (magnitude % denominator) * 2;
    if (twice > denominator || (twice == denominator && (quotient & 1) != 0)) ++quotient;
    return negative ? -quotient : quotient;
}

QString decimal(std::int64_t scaled, int scaleDigits, int minPlaces) {
    const bool negative = scaled < 0;
    const auto magnitude = negative ? ~static_cast<std::uint64_t>(scaled) + 1 : static_cast<std::uint64_t>(scaled);
    QString digits = QString::number(magnitude).rightJustified(scaleDigits + 1, u'0');
    QString fraction = digits.right(scaleDigits);
    digits.chop(scaleDigits);
    while (fraction.size() > minPlaces && fraction.endsWith(u'0')) fraction.chop(1);
    QString text = fraction.isEmpty() ? digits : QString(digits + u'.' + fraction);
    const bool zero = magnitude == 0;
    return negative && !zero ? QString(u'-' + text) : text;
}

}  // namespace

Result<ParsedMoney> parseCents(std::string_view text) { return parseScaled(text, NanoDigits - 2); }

Result<ParsedMoney> parseDollars(std::string_view text) { return parseScaled(text, NanoDigits); }

std::optional<std::string> plainDecimal(std::string_view number) {
    const std::size_t e = number.find_first_of("eE");
    if (e == std::string_view::npos) return std::string(number);
    std::string_view exponentText = number.substr(e + 1);
    if (exponentText.starts_with('+')) exponentText.remove_prefix(1);
    int exponent = 0;
    const char* end = exponentText.data() + exponentText.size();
    const auto [stop, trouble] = std::from_chars(exponentText.data(), end, exponent);
    if (trouble != std::errc() || stop != end || exponent > MaxExponent || exponent < -MaxExponent) return std::nullopt;

    std::string_view mantissa = number.substr(0, e);
    const bool negative = mantissa.starts_with('-');
    if (negative) mantissa.remove_prefix(1);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits(mantissa.substr(0, point));
    if (point < mantissa.size()) digits += mantissa.substr(point + 1);
    int whole = static_cast<int>(point) + exponent;  // digits before the point
    if (whole <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
        whole = 1;
    }
    if (digits.size() < static_cast<std::size_t>(whole)) digits.resize(static_cast<std::size_t>(whole), '0');
    if (digits.size() > static_cast<std::size_t>(whole)) digits.insert(static_cast<std::size_t>(whole), 1, '.');
    return negative ? '-' + digits : digits;
}

tl::unexpected<Error> tooLarge(const QString& what) {
    return failure(ErrorKind::Usage,
                   QStringLiteral("%1 is too large to hold exactly. Choose a shorter range.").arg(what));
}

Result<Money> add(Money a, Money b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.nano(), b.nano(), &sum)) {
        return tooLarge(QStringLiteral("A sum of money"));
    }
    return Money::fromNano(sum);
}

Result<Money> subtract(Money a, Money b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.nano(), b.nano(), &difference)) {
        return tooLarge(QStringLiteral("A difference of money"));
    }
    return Money::fromNano(difference);
}

Result<std::int64_t> mulDivHalfEven(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    const Int128 quotient = divideHalfEvenWide(static_cast<Int128>(value) * static_cast<Int128>(numerator),
                                               static_cast<Int128>(denominator));
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min()) {
        return tooLarge(QStringLiteral("A computed figure"));
    }
    return static_cast<std::int64_t>(quotient);
}

std::int64_t divideHalfEven(std::int64_t numerator, std::int64_t denominator) {
    return static_cast<std::int64_t>(
        divideHalfEvenWide(static_cast<Int128>(numerator), static_cast<Int128>(denominator)));
}

QString toExactString(Money amount) { return decimal(amount.nano(), NanoDigits, 2); }

QString toRoundedString(Money amount, int places) {
    std::int64_t unit = NanoPerDollar;
    for (int i = 0; i < places; ++i) unit /= 10;
    return decimal(divideHalfEven(amount.nano(), unit), places, places);
}

}  // namespace tokenledger
