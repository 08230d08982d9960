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

QByteArray field(QString text) {
    const bool quote = std::any_of(text.begin(), text.end(),
                                   [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
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

QByteArray toCsv(const Table& table, CsvOptions options) {
    QByteArray csv = options.byteOrderMark ? QByteArrayLiteral("\xEF\xBB\xBF") : QByteArray();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) csv += ',';
        csv += field(table.columns[i].name);
    }
    csv += "\r\n";
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) csv += ',';
            const auto* text = std::get_if<QString>(&row[i]);
            csv += text != nullptr ? field(guarded(*text)) : cellText(row[i]).toLatin1();
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace tokenledger
