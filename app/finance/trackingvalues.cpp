#include "app/finance/trackingvalues.h"

#include "app/core/plaintext.h"
#include "app/core/texts.h"

#include <charconv>

namespace tokenledger {

namespace {

using Text = std::string_view;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool allDigits(Text text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c); });
}

Text trimmed(Text text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

tl::unexpected<QString> no(const QString& sentence) { return tl::make_unexpected(sentence); }

/// Digits of one number; -1 for anything else.
int number(Text text, std::size_t minDigits, std::size_t maxDigits) {
    if (text.size() < minDigits || text.size() > maxDigits || !allDigits(text)) return -1;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<UtcDay> dayOf(int year, int month, int day) {
    if (year < 2000 || year > 2199 || !QDate::isValid(year, month, day)) return std::nullopt;
    return UtcDay::fromDate(year, month, day);
}

/// "13:00", "13:00:59", "13:00:59.123456" as seconds; moves `text` behind it. -1: none of these.
int takeTime(Text& text) {
    if (text.size() < 5 || text[2] != ':') return -1;
    const int hours = number(text.substr(0, 2), 2, 2);
    const int minutes = number(text.substr(3, 2), 2, 2);
    text.remove_prefix(5);
    int seconds = 0;
    if (text.size() >= 3 && text[0] == ':') {
        seconds = number(text.substr(1, 2), 2, 2);
        text.remove_prefix(3);
        if (text.size() >= 2 && text[0] == '.' && isDigit(text[1])) {
            text.remove_prefix(1);
            while (!text.empty() && isDigit(text.front())) text.remove_prefix(1);
        }
    }
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return -1;
    return hours * 3600 + minutes * 60 + seconds;
}

/// "Z", "UTC", "+02:00", "+0200", "+02" as seconds; nothing: none of these.
std::optional<int> offsetOf(Text text) {
    if (text == "Z" || text == "z" || text == "UTC") return 0;
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const int hours = number(text.substr(1, 2), 2, 2);
    Text rest = text.substr(3);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    const int minutes = rest.empty() ? 0 : number(rest, 2, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/// The spaces that some countries group digits by, as UTF-8, and the apostrophe.
constexpr std::array<Text, 6> GroupMarks = {" ", "\u00A0", "\u202F", "\u2009", "'", "\u2019"};

/// Groups of three digits joined by one mark, taken out; nothing when they are not.
std::optional<std::string> withoutGroups(Text digits, char mark) {
    if (allDigits(digits)) return std::string(digits);
    Text separator;
    for (const Text candidate : GroupMarks) {
        if (digits.find(candidate) != Text::npos) separator = candidate;
    }
    if (separator.empty()) separator = {&mark, 1};
    std::string plain;
    for (bool first = true;; first = false) {
        const std::size_t end = std::min(digits.find(separator), digits.size());
        const Text group = digits.substr(0, end);
        if (!allDigits(group) || group.size() > 3 || (!first && group.size() != 3)) return std::nullopt;
        plain += group;
        if (end == digits.size()) return plain;
        digits.remove_prefix(end + separator.size());
    }
}

struct Decimal {
    std::string whole;
    Text fraction;
    bool negative = false;
};

/// A decimal as people write it; the sentence says what to do where it is none.
Reading<Decimal> readDecimal(Text text, bool decimalComma) {
    Decimal decimal;
    decimal.negative = text.starts_with('-');
    if (decimal.negative) text.remove_prefix(1);
    const char point = decimalComma ? ',' : '.';
    const std::size_t at = std::min(text.find(point), text.size());
    if (at < text.size()) decimal.fraction = text.substr(at + 1);
    const auto whole = withoutGroups(text.substr(0, at), decimalComma ? '.' : ',');
    const bool fractionIsFine = at == text.size() || allDigits(decimal.fraction);
    if (!whole || !fractionIsFine) {
        const bool otherPoint = text.find_first_not_of("0123456789.,") == Text::npos;
        if (otherPoint && !decimalComma) {
            return no(tokenledger::tr(
                          "\"%1\" is no number with a decimal point. If the comma is the decimal mark here, say so "
                          "(--decimal-comma).")
                          .arg(shown(text)));
        }
        return no(tokenledger::tr("\"%1\" is not a number.").arg(shown(text)));
    }
    decimal.whole = *whole;
    return decimal;
}

Reading<Text> numberText(const TrackingCell& cell) {
    if (cell.kind == TrackingCell::Kind::Other) return no(tokenledger::tr("This is neither a number nor text."));
    if (isFormula(cell)) return no(formulaSentence(cell));
    const Text text = trimmed(cell.text);
    if (text.starts_with('#')) {
        return no(tokenledger::tr(
                      "\"%1\" is a spreadsheet's error or a number that did not fit its cell. Put it right there and "
                      "export again.")
                      .arg(shown(text)));
    }
    return text;
}

}  // namespace

QString shown(std::string_view text) {
    return plainText(QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 60))));
}

bool isFormula(const TrackingCell& cell) {
    if (cell.kind != TrackingCell::Kind::Text) return false;
    const Text text = trimmed(cell.text);
    return text.starts_with('=') || text.starts_with("+SUM") || text.starts_with("@SUM");
}

QString formulaSentence(const TrackingCell& cell) {
    return tokenledger::tr("\"%1\" is a formula. Export the values, not the formulas.").arg(shown(cell.text));
}

bool DayReader::settle(Shape shape) {
    if (m_shape == Shape::None) m_shape = shape;
    return m_shape == shape;
}

Reading<UtcDay> DayReader::read(std::string_view cell) {
    const Text text = trimmed(cell);
    if (text.empty()) return no(tokenledger::tr("The date is empty."));
    const bool iso = text.size() >= 10 && text[4] == '-' && text[7] == '-';
    if (iso && (m_form == DateForm::DayMonthYear || m_form == DateForm::MonthDayYear)) {
        return no(tokenledger::tr("\"%1\" is not of the date format that was said.").arg(shown(text)));
    }
    const Shape before = m_shape;
    Reading<UtcDay> day = iso ? readIso(text) : readNumbers(text);
    if (day && before == Shape::None) m_first = text;
    return day;
}

Reading<UtcDay> DayReader::readIso(std::string_view text) {
    const auto day =
        dayOf(number(text.substr(0, 4), 4, 4), number(text.substr(5, 2), 2, 2), number(text.substr(8, 2), 2, 2));
    const auto none = [&] {
        return no(tokenledger::tr("\"%1\" is not a day of the years 2000 to 2199.").arg(shown(text)));
    };
    if (!day) return none();
    Text rest = text.substr(10);
    if (!settle(rest.empty() ? Shape::IsoDay : Shape::Time)) {
        return no(
            tokenledger::tr("\"%1\" is of another form than the first date, %2.").arg(shown(text), shown(m_first)));
    }
    if (rest.empty()) return *day;
    if (rest[0] != 'T' && rest[0] != ' ') return none();
    rest.remove_prefix(1);
    const int seconds = takeTime(rest);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto offset = rest.empty() ? std::optional(0) : offsetOf(rest);
    if (seconds < 0 || !offset) return no(tokenledger::tr("\"%1\" is not a time.").arg(shown(text)));
    m_localTimes = m_localTimes || rest.empty();
    return UtcDay::fromSeconds(day->startSeconds() + seconds - *offset);
}

Reading<UtcDay> DayReader::readNumbers(std::string_view text) {
    const std::size_t first = text.find_first_of("./");
    const std::size_t second = first == Text::npos ? Text::npos : text.find(text[first], first + 1);
    const auto none = [&] {
        return no(tokenledger::tr("\"%1\" is not a date. Dates are written as in 2026-11-20.").arg(shown(text)));
    };
    if (second == Text::npos) return none();
    const int a = number(text.substr(0, first), 1, 2);
    const int b = number(text.substr(first + 1, second - first - 1), 1, 2);
    const int year = number(text.substr(second + 1), 4, 4);
    if (a < 0 || b < 0 || year < 0) return none();
    if (m_form == DateForm::Iso) return no(tokenledger::tr("\"%1\" is not of the form 2026-11-20.").arg(shown(text)));

    Shape shape = Shape::Dots;
    if (text[first] == '/') {
        if (m_form == DateForm::Auto && m_shape != Shape::DaySlash && m_shape != Shape::MonthSlash && a <= 12 &&
            b <= 12 && a != b) {
            return no(tokenledger::tr(
                          "\"%1\" could be two days: the month may come first or second. Say which (--date-format mdy "
                          "or dmy).")
                          .arg(shown(text)));
        }
        if (m_form == DateForm::Auto) {
            shape = a > 12 ? Shape::DaySlash : b > 12 ? Shape::MonthSlash : m_shape;
            // The same number twice is one day either way, and settles nothing.
            if (shape != Shape::DaySlash && shape != Shape::MonthSlash) {
                const auto day = dayOf(year, a, b);
                return day && m_shape == Shape::None ? Reading<UtcDay>(*day) : none();
            }
        } else {
            shape = m_form == DateForm::DayMonthYear ? Shape::DaySlash : Shape::MonthSlash;
        }
    } else if (m_form == DateForm::MonthDayYear) {
        shape = Shape::MonthSlash;
    }
    if (!settle(shape)) {
        return no(
            tokenledger::tr("\"%1\" is of another form than the first date, %2.").arg(shown(text), shown(m_first)));
    }
    const bool monthFirst = shape == Shape::MonthSlash;
    const auto day = dayOf(year, monthFirst ? a : b, monthFirst ? b : a);
    if (!day) return no(tokenledger::tr("\"%1\" is not a day of the years 2000 to 2199.").arg(shown(text)));
    return *day;
}

QString DayReader::form() const {
    switch (m_shape) {
        case Shape::None:
            return {};
        case Shape::IsoDay:
            return tokenledger::tr("days as in 2026-11-20");
        case Shape::Time:
            return m_localTimes ? tokenledger::tr("times without an offset, taken as UTC")
                                : tokenledger::tr("times, as days in UTC");
        case Shape::Dots:
            return tokenledger::tr("day.month.year");
        case Shape::DaySlash:
            return tokenledger::tr("day/month/year");
        case Shape::MonthSlash:
            return tokenledger::tr("month/day/year");
    }
    return {};
}

bool couldBeThousands(std::string_view number, char mark) {
    const std::size_t at = number.find_first_of(".,");
    return at != Text::npos && number[at] == mark && number.size() - at == 4 && allDigits(number.substr(at + 1));
}

Reading<std::int64_t> readCount(const TrackingCell& cell, bool decimalComma) {
    const auto text = numberText(cell);
    if (!text) return no(text.error());
    std::int64_t value = 0;
    const char* end = text->data() + text->size();
    auto [stop, trouble] = std::from_chars(text->data(), end, value);
    if (trouble == std::errc() && stop == end && value >= 0) return value;  // by far the most
    if (text->starts_with('-'))
        return no(tokenledger::tr("\"%1\" is below zero; a count cannot be.").arg(shown(*text)));
    // A number of JSON has a point, whatever else the file says.
    const bool comma = decimalComma && cell.kind == TrackingCell::Kind::Text;
    const auto plain = isDigit(text->empty() ? ' ' : text->front()) ? plainDecimal(*text) : std::nullopt;
    const auto decimal = readDecimal(plain && text->find_first_of("eE") != Text::npos ? Text(*plain) : *text, comma);
    if (!decimal) return no(decimal.error());
    // "12.000" is twelve thousand to some; "12.0" is what tools write that know no whole numbers.
    const bool isText = cell.kind == TrackingCell::Kind::Text;
    const bool thousands = isText && couldBeThousands(*text, comma ? ',' : '.');
    if (thousands || decimal->fraction.find_first_not_of('0') != Text::npos) {
        QString sentence = tokenledger::tr("\"%1\" is not a whole number.").arg(shown(*text));
        if (thousands) {
            sentence +=
                u' ' + (comma ? tokenledger::tr("If the comma groups thousands here, leave --decimal-comma out.")
                              : tokenledger::tr("If the point groups thousands here, say so (--decimal-comma)."));
        }
        return no(sentence);
    }
    end = decimal->whole.data() + decimal->whole.size();
    const auto read = std::from_chars(decimal->whole.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end)
        return no(tokenledger::tr("\"%1\" is too large a number.").arg(shown(*text)));
    return value;
}

Reading<Money> readDollars(const TrackingCell& cell, bool decimalComma, bool& rounded) {
    const auto read = numberText(cell);
    if (!read) return no(read.error());
    Text text = *read;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.starts_with('$')) text = trimmed(text.substr(1));
    if (text.empty() || !isDigit(text.front()))
        return no(tokenledger::tr("\"%1\" is not an amount of US dollars.").arg(shown(*read)));
    const bool comma = decimalComma && cell.kind == TrackingCell::Kind::Text;
    const auto plain = text.find_first_of("eE") != Text::npos ? plainDecimal(text) : std::string(text);
    if (!plain) return no(tokenledger::tr("\"%1\" is not an amount of US dollars.").arg(shown(*read)));
    // "1,234" is a thousand dollars to some and one dollar to others, and nothing in it tells which.
    if (!comma && cell.kind == TrackingCell::Kind::Text && couldBeThousands(*plain, ',')) {
        return no(
            tokenledger::tr(
                "\"%1\" could be thousands or a decimal comma. Say --decimal-comma, or write it without thousands "
                "separators.")
                .arg(shown(*read)));
    }
    const auto decimal = readDecimal(*plain, comma);
    if (!decimal) return no(decimal.error());
    std::string digits = (negative ? "-" : "") + decimal->whole;
    if (!decimal->fraction.empty()) digits += '.' + std::string(decimal->fraction);
    const auto money = parseDollars(digits);
    if (!money) return no(tokenledger::tr("\"%1\" is not an amount of US dollars that can be held.").arg(shown(*read)));
    rounded = rounded || money->rounded;
    return money->amount;
}

}  // namespace tokenledger
