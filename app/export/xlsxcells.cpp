#include "app/export/xlsxcells.h"

namespace tokenledger {

namespace {

constexpr int MostDigits = 15;
constexpr qsizetype LongestText = 32'767;  // UTF-16 units in a cell

/// Half-even: only the first `kept` digits stay, with one more in front where nines ran over.
void roundDigits(QByteArray& digits, qsizetype kept) {
    const QByteArray rest = digits.mid(kept);
    digits.truncate(kept);
    const QByteArray half = QByteArrayLiteral("5") + QByteArray(rest.size() - 1, '0');
    const bool odd = (digits.back() - '0') % 2 != 0;
    if (rest < half || (rest == half && !odd)) return;
    for (qsizetype i = kept - 1; i >= 0; --i) {
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.prepend('1');
}

bool isHexDigit(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f'); }

/// "_x0041_" would be read back as "A".
bool looksEscaped(QStringView text) {
    if (text.size() < 7 || text[0] != u'_' || text[1] != u'x' || text[6] != u'_') return false;
    return isHexDigit(text[2]) && isHexDigit(text[3]) && isHexDigit(text[4]) && isHexDigit(text[5]);
}

QString escaped(char16_t unit) {
    return QStringLiteral("_x") + QString::number(unit, 16).toUpper().rightJustified(4, u'0') + u'_';
}

}  // namespace

SheetNumber sheetNumber(const QString& decimal) {
    QByteArray text = decimal.toLatin1();
    const bool negative = text.startsWith('-');
    if (negative) text.remove(0, 1);
    const qsizetype point = text.indexOf('.');
    qsizetype exponent = point < 0 ? 0 : point + 1 - text.size();
    QByteArray digits = text;
    digits.remove(point < 0 ? digits.size() : point, 1);
    while (digits.size() > 1 && digits.front() == '0') digits.remove(0, 1);
    while (digits.size() > 1 && digits.back() == '0') {
        digits.chop(1);
        ++exponent;
    }
    SheetNumber number;
    if (digits.size() > MostDigits) {
        number.rounded = true;
        exponent += digits.size() - MostDigits;
        roundDigits(digits, MostDigits);
    }
    number.value = QByteArray(digits + 'e' + QByteArray::number(exponent)).toDouble();
    if (negative) number.value = -number.value;
    return number;
}

double sheetTime(const QDateTime& time) {
    constexpr int EpochDay = 25'569;  // 1970-01-01
    constexpr double DayLength = 86'400'000;
    return EpochDay + static_cast<double>(time.toMSecsSinceEpoch()) / DayLength;
}

std::optional<SheetDay> sheetDay(const Column& column, const QString& text) {
    if (column.name != QLatin1String("period") && column.name != QLatin1String("day")) return std::nullopt;
    if (const auto day = UtcDay::fromIso(text)) return SheetDay{day->start(), false};
    constexpr qsizetype HourLength = 20;
    if (text.size() != HourLength) return std::nullopt;
    const auto hour = fromRfc3339(text);
    if (!hour) return std::nullopt;
    return SheetDay{*hour, true};
}

SheetText sheetText(const QString& text) {
    SheetText result;
    QStringView kept(text);
    if (kept.size() > LongestText) {
        result.cut = true;
        kept.truncate(kept[LongestText - 1].isHighSurrogate() ? LongestText - 1 : LongestText);
    }
    QString clean;
    clean.reserve(kept.size());
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const char16_t unit = kept[i].unicode();
        const bool isPair = kept[i].isHighSurrogate() && i + 1 < kept.size() && kept[i + 1].isLowSurrogate();
        if (isPair) {
            clean += kept[i];
            clean += kept[++i];
        } else if (kept[i].isSurrogate() || unit >= 0xFFFE) {
            clean += QChar::ReplacementCharacter;
        } else if ((unit < 0x20 && unit != u'\t' && unit != u'\n') || looksEscaped(kept.mid(i))) {
            clean += unit == u'_' ? QStringLiteral("_x005F_") : escaped(unit);
        } else {
            clean += kept[i];
        }
    }
    result.utf8 = clean.toUtf8();
    return result;
}

}  // namespace tokenledger
