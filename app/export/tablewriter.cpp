#include "app/export/tablewriter.h"

namespace tokenledger {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

QString guarded(const QString& text) {
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    return !text.isEmpty() && dangerous.contains(text.front()) ? QString(u'\'' + text) : text;
}

QByteArray field(QString text, char separator) {
    const bool quote = std::any_of(text.begin(), text.end(), [separator](QChar c) {
        return c == QLatin1Char(separator) || c == u'"' || c == u'\r' || c == u'\n';
    });
    if (quote) text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

}  // namespace

QString ratioText(const Ratio& ratio) {
    constexpr int Places = 6;
    constexpr std::uint64_t Scale = 1'000'000;
    __extension__ using Wide = unsigned __int128;
    const auto magnitude = [](std::int64_t value) {
        return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    };
    const bool negative = (ratio.numerator < 0) != (ratio.denominator < 0);
    const Wide divisor = magnitude(ratio.denominator);
    const Wide dividend = static_cast<Wide>(magnitude(ratio.numerator)) * Scale;
    Wide quotient = dividend / divisor;
    const Wide twice = dividend % divisor * 2;
    if (twice > divisor || (twice == divisor && quotient % 2 != 0)) ++quotient;
    const auto whole = static_cast<std::uint64_t>(quotient / Scale);
    const auto fraction = static_cast<std::uint64_t>(quotient % Scale);
    const QString digits = QString::number(whole) + u'.' + QString::number(fraction).rightJustified(Places, u'0');
    return negative && quotient != 0 ? QString(u'-' + digits) : digits;
}

QString cellText(const Cell& cell) {
    return std::visit(Overloaded{[](std::monostate) { return QString(); }, [](const QString& text) { return text; },
                                 [](std::int64_t value) { return QString::number(value); },
                                 [](Money amount) { return toExactString(amount); },
                                 [](const Ratio& ratio) { return ratioText(ratio); },
                                 [](const QDateTime& time) { return toRfc3339(time); }},
                      cell);
}

namespace {

QByteArray csvCell(const Cell& cell, const CsvOptions& options) {
    if (const auto* text = std::get_if<QString>(&cell)) return field(guarded(*text), options.separator);
    QString text = cellText(cell);
    const bool decimal = std::holds_alternative<Money>(cell) || std::holds_alternative<Ratio>(cell);
    if (decimal && options.decimalPoint != '.') text.replace(u'.', QLatin1Char(options.decimalPoint));
    return field(text, options.separator);
}

}  // namespace

QByteArray toCsv(const Table& table, CsvOptions options) {
    const QByteArray lineEnd = options.unixLineEnds ? QByteArrayLiteral("\n") : QByteArrayLiteral("\r\n");
    QByteArray csv = options.byteOrderMark ? QByteArrayLiteral("\xEF\xBB\xBF") : QByteArray();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) csv += options.separator;
        csv += field(table.columns[i].name, options.separator);
    }
    csv += lineEnd;
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) csv += options.separator;
            csv += csvCell(row[i], options);
        }
        csv += lineEnd;
    }
    return csv;
}

}  // namespace tokenledger
