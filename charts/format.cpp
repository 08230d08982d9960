#include "charts/format.h"

#include "app/core/texts.h"

#include <QTimeZone>

#include <array>
#include <limits>

namespace tokenledger {

namespace {

constexpr QChar Minus = u'\u2212';
constexpr QChar EnDash = u'\u2013';
constexpr QChar HardSpace = u'\u00a0';
constexpr std::int64_t NanoPerDollar = 1'000'000'000;
constexpr std::int64_t Million = 1'000'000;

struct Unit {
    std::int64_t size;
    const char* text;
};
// Largest first. Money writes the suffix close up ($12.4k), tokens after a space (12.3 M).
constexpr std::array<Unit, 3> MoneyUnits = {{{1'000'000'000, QT_TRANSLATE_NOOP("tokenledger", "%1B")},
                                             {1'000'000, QT_TRANSLATE_NOOP("tokenledger", "%1M")},
                                             {1'000, QT_TRANSLATE_NOOP("tokenledger", "%1k")}}};
constexpr std::array<Unit, 4> TokenUnits = {{{1'000'000'000'000, QT_TRANSLATE_NOOP("tokenledger", "%1 T")},
                                             {1'000'000'000, QT_TRANSLATE_NOOP("tokenledger", "%1 B")},
                                             {1'000'000, QT_TRANSLATE_NOOP("tokenledger", "%1 M")},
                                             {1'000, QT_TRANSLATE_NOOP("tokenledger", "%1 k")}}};

// A plain decimal string ("1234.56", no sign) with the locale's separators and digits.
QString localized(const QString& plain, const QLocale& locale) {
    const qsizetype point = plain.indexOf(u'.');
    QString digits = point < 0 ? plain : plain.left(point);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, locale.groupSeparator());
    if (point >= 0) digits += locale.decimalPoint() + plain.mid(point + 1);
    const char32_t zero = locale.zeroDigit().toUcs4().value(0, U'0');
    if (zero == U'0' || zero > 0xFFFF) return digits;
    for (QChar& digit : digits)
        if (digit >= u'0' && digit <= u'9') digit = QChar(static_cast<char16_t>(zero + (digit.unicode() - u'0')));
    return digits;
}

bool isZero(const QString& plain) {
    return std::all_of(plain.begin(), plain.end(), [](QChar c) { return c == u'0' || c == u'.'; });
}

// Splits "-1.20" into sign and digits; a rounded zero has no sign.
std::pair<bool, QString> withoutSign(QString plain) {
    const bool negative = plain.startsWith(u'-');
    if (negative) plain.remove(0, 1);
    return {negative && !isZero(plain), plain};
}

QString dollars(const QString& plain, const QLocale& locale) {
    const auto [negative, digits] = withoutSign(plain);
    const QString amount = u'$' + localized(digits, locale);
    return negative ? QString(Minus + amount) : amount;
}

std::int64_t magnitude(std::int64_t value) {
    if (value == std::numeric_limits<std::int64_t>::min()) return std::numeric_limits<std::int64_t>::max();
    return value < 0 ? -value : value;
}

// value / unit to `places` decimals as a plain string without sign; value >= 0.
QString scaled(std::int64_t value, std::int64_t unit, int places) {
    std::int64_t divisor = unit;
    int trailingZeros = 0;
    for (int i = 0; i < places; ++i) {
        if (divisor % 10 == 0) {
            divisor /= 10;
        } else {
            ++trailingZeros;
        }
    }
    QString digits = QString::number(divideHalfEven(value, divisor)) + QString(trailingZeros, u'0');
    if (places == 0) return digits;
    digits = digits.rightJustified(places + 1, u'0');
    return digits.insert(digits.size() - places, u'.');
}

// Decimals that `step` needs when it is written in `unit`: 500 in thousands needs one.
int decimalsOf(std::int64_t step, std::int64_t unit) {
    int places = 0;
    while (places < 9 && unit > 1 && step % unit != 0) {
        unit /= 10;
        ++places;
    }
    return places;
}

// " (20 Nov – 23 Nov)" when the range holds only a part of the period.
QString clippedDays(PeriodStart start, Interval interval, const DateRange& range, const QLocale& locale) {
    const UtcDay first = UtcDay::fromSeconds(start);
    const UtcDay last = interval == Interval::Week ? first + 6 : first.lastOfMonth();
    if (range.first <= first && last <= range.last) return {};
    return QStringLiteral(" (") + formatRangeShort({std::max(first, range.first), std::min(last, range.last)}, locale) +
           u')';
}

/// The unit does not part from its figure.
QString inUnit(const QString& digits, const Unit& unit) { return tr(unit.text).arg(digits).replace(u' ', HardSpace); }

/// Of the whole program, as QLocale's default is.
TokenDigits chosenTokens = TokenDigits::Short;

QString signedText(bool negative, bool zero, const QString& text) {
    if (zero) return text;
    return (negative ? QString(Minus) : QStringLiteral("+")) + text;
}

}  // namespace

QString formatMoney(Money amount, int places, const QLocale& locale) {
    return dollars(toRoundedString(amount, places), locale);
}

QString formatMoneyExact(Money amount, const QLocale& locale) { return dollars(toExactString(amount), locale); }

QString formatMoneyShort(Money amount, const QLocale& locale) {
    const std::int64_t nano = magnitude(amount.nano());
    QString text;
    // A unit is taken when the rounded figure reaches it: $999,950 is $1.0M, not $1000.0k.
    for (const Unit& unit : MoneyUnits) {
        const std::int64_t size = unit.size * NanoPerDollar;
        const std::int64_t smaller = unit.size == 1'000 ? NanoPerDollar : size / 1'000;
        const std::int64_t roundsUpFrom = unit.size == 1'000 ? size - NanoPerDollar / 2 : size - smaller / 20;
        if (nano < roundsUpFrom) continue;
        text = inUnit(localized(scaled(nano, size, 1), locale), unit);
        break;
    }
    if (text.isEmpty()) text = localized(scaled(nano, NanoPerDollar, nano < 10 * NanoPerDollar ? 2 : 0), locale);
    const bool negative = amount.isNegative() && text != localized(QStringLiteral("0.00"), locale);
    return (negative ? QString(Minus) : QString()) + u'$' + text;
}

QString formatMoneyChange(Money change, const QLocale& locale) {
    const auto [negative, digits] = withoutSign(toRoundedString(change, 2));
    return signedText(negative, isZero(digits), u'$' + localized(digits, locale));
}

QString formatCount(std::int64_t count, const QLocale& locale) {
    const auto [negative, digits] = withoutSign(QString::number(count));
    return (negative ? QString(Minus) : QString()) + localized(digits, locale);
}

QString formatCountChange(std::int64_t change, const QLocale& locale) {
    const auto [negative, digits] = withoutSign(QString::number(change));
    return signedText(negative, change == 0, localized(digits, locale));
}

QString formatTokens(std::int64_t tokens, const QLocale& locale) {
    const std::int64_t count = magnitude(tokens);
    if (count < Million) return formatCount(tokens, locale);
    // Millions with one place, larger units with two; rounding may lift a figure into the next unit.
    Unit unit = TokenUnits[2];
    int places = 1;
    for (const Unit& larger : {TokenUnits[1], TokenUnits[0]}) {
        const std::int64_t lower = larger.size / 1'000;
        if (count < larger.size - (places == 1 ? lower / 20 : lower / 200)) break;
        unit = larger;
        places = 2;
    }
    const QString text = inUnit(localized(scaled(count, unit.size, places), locale), unit);
    return tokens < 0 ? QString(Minus + text) : text;
}

void setTableTokens(TokenDigits digits) { chosenTokens = digits; }
TokenDigits tableTokens() { return chosenTokens; }

QString formatTableTokens(std::int64_t tokens, const QLocale& locale) {
    return chosenTokens == TokenDigits::Every ? formatCount(tokens, locale) : formatTokens(tokens, locale);
}

QString formatTokensChange(std::int64_t change, const QLocale& locale) {
    return signedText(change < 0, change == 0, formatTokens(magnitude(change), locale));
}

QString formatPercent(std::int64_t numerator, std::int64_t denominator, int places, const QLocale& locale) {
    if (denominator == 0) return EnDash;
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    const auto steps = mulDivHalfEven(numerator, 100 * scale, denominator);
    if (!steps) return EnDash;
    const QString percent = QString(HardSpace) + u'%';
    const auto text = [&](std::int64_t value) -> QString {
        return localized(scaled(value, scale, places), locale) + percent;
    };
    if (*steps == 0 && numerator != 0) return u'<' + QString(HardSpace) + text(1);
    if (*steps == 100 * scale && numerator != denominator) {
        const bool below = magnitude(numerator) < magnitude(denominator);
        if (below) return u'>' + QString(HardSpace) + text(100 * scale - 1);
    }
    return (*steps < 0 ? QString(Minus) : QString()) + text(magnitude(*steps));
}

QString formatPercentChange(std::int64_t change, std::int64_t base, int places, const QLocale& locale) {
    if (base == 0) return EnDash;
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    // Of the size of the base, so that the sign always says which way the value went.
    const auto steps = mulDivHalfEven(change, 100 * scale, magnitude(base));
    if (!steps) return EnDash;
    const QString text = localized(scaled(magnitude(*steps), scale, places), locale) + HardSpace + u'%';
    return signedText(*steps < 0, *steps == 0, text);
}

QString formatTimes(std::int64_t ppm, int places, const QLocale& locale) {
    const QString text = localized(scaled(magnitude(ppm), Million, places), locale);
    return ppm < 0 ? QString(Minus + text) : text;
}

QString formatPoints(std::int64_t ppmDifference, const QLocale& locale) {
    const std::int64_t tenths = divideHalfEven(ppmDifference, 1'000);
    const QString text = localized(scaled(magnitude(tenths), 10, 1), locale) + HardSpace + tr("pt");
    return signedText(tenths < 0, tenths == 0, text);
}

std::optional<std::int64_t> ratioPpm(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) return std::nullopt;
    const auto ppm = mulDivHalfEven(numerator, Million, denominator);
    return ppm ? std::optional(*ppm) : std::nullopt;
}

QString formatDay(UtcDay day, const QLocale& locale) {
    return locale.toString(day.toDate(), tr("d MMM", "format of a date"));
}

QString formatDayWithYear(UtcDay day, const QLocale& locale) {
    return locale.toString(day.toDate(), tr("d MMM yyyy", "format of a date"));
}

QString formatRange(const DateRange& range, const QLocale& locale) {
    if (range.first == range.last) return formatDayWithYear(range.last, locale);
    const bool sameYear = range.first.toDate().year() == range.last.toDate().year();
    const QString first = sameYear ? formatDay(range.first, locale) : formatDayWithYear(range.first, locale);
    return first + u' ' + EnDash + u' ' + formatDayWithYear(range.last, locale);
}

QString formatRangeShort(const DateRange& range, const QLocale& locale) {
    if (range.first == range.last) return formatDay(range.last, locale);
    return formatDay(range.first, locale) + u' ' + EnDash + u' ' + formatDay(range.last, locale);
}

QString formatPeriod(PeriodStart start, Interval interval, const DateRange& range, const QLocale& locale) {
    const UtcDay day = UtcDay::fromSeconds(start);
    switch (interval) {
        case Interval::Hour: {
            const QTime hour = QTime(0, 0).addSecs(static_cast<int>(start - day.startSeconds()));
            return locale.toString(day.toDate(), tr("ddd d MMM yyyy", "format of a date")) + u' ' +
                   hour.toString(u"HH:mm");
        }
        case Interval::Day:
            return locale.toString(day.toDate(), tr("ddd d MMM yyyy", "format of a date"));
        case Interval::Week:
            return tr("Week of %1").arg(formatDayWithYear(day, locale)) + clippedDays(start, interval, range, locale);
        case Interval::Month:
            return locale.standaloneMonthName(day.toDate().month()) + u' ' + QString::number(day.toDate().year()) +
                   clippedDays(start, interval, range, locale);
        case Interval::Total:
            return formatRange(range, locale);
    }
    return {};
}

QString formatTime(const QDateTime& time, const QLocale&) {
    return time.toUTC().time().toString(u"HH:mm") + HardSpace + tr("UTC");
}

QString formatAxisValue(std::int64_t value, std::int64_t step, ValueKind kind, const QLocale& locale) {
    const bool money = kind == ValueKind::Money;
    const QString symbol = money ? QStringLiteral("$") : QString();
    if (value == 0) return symbol + localized(QStringLiteral("0"), locale);
    const std::int64_t one = money ? NanoPerDollar : 1;
    const std::int64_t size = magnitude(value);
    QString text;
    const auto write = [&](const Unit& unit) {
        const std::int64_t unitSize = unit.size * one;
        if (!text.isEmpty() || size < unitSize) return;
        text = inUnit(localized(scaled(size, unitSize, decimalsOf(step, unitSize)), locale), unit);
    };
    if (money) {
        for (const Unit& unit : MoneyUnits) write(unit);
    } else {
        for (const Unit& unit : TokenUnits) write(unit);
    }
    if (text.isEmpty()) {
        int places = decimalsOf(step, one);
        if (money && places == 1 && size < one * 10 && step < one) places = 2;  // $0.50 reads as money, $0.5 does not
        text = localized(scaled(size, one, places), locale);
    }
    return (value < 0 ? QString(Minus) : QString()) + symbol + text;
}

QString formatValue(std::int64_t value, ValueKind kind, const QLocale& locale) {
    return kind == ValueKind::Money ? formatMoney(Money::fromNano(value), 2, locale) : formatCount(value, locale);
}

}  // namespace tokenledger
