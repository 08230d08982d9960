#include "tests/e2e/expectation.h"

#include <QDateTime>

namespace tokenledger::test {

namespace {

QString digits(Wide value) {
    QString text;
    for (; value > 0; value /= 10) text.prepend(QChar(u'0' + static_cast<char16_t>(value % 10)));
    return text.isEmpty() ? QStringLiteral("0") : text;
}

}  // namespace

Wide nanoOfCents(const QString& text) {
    const bool negative = text.startsWith(u'-');
    const QStringList parts = text.mid(negative ? 1 : 0).split(u'.');
    const QString fraction = parts.size() > 1 ? parts[1] : QString();
    if (fraction.size() > 7) qFatal("finer than a nano-dollar: %s", qPrintable(text));
    Wide value = 0;
    const QString all = parts[0] + fraction.leftJustified(7, u'0');
    for (const QChar digit : all) value = value * 10 + digit.digitValue();
    return negative ? -value : value;
}

QString wholeNumber(Wide value) { return value < 0 ? QString(u'-' + digits(-value)) : digits(value); }

QString dollars(Wide nano) {
    const QString all = digits(nano < 0 ? -nano : nano).rightJustified(10, u'0');
    QString fraction = all.right(9);
    while (fraction.size() > 2 && fraction.endsWith(u'0')) fraction.chop(1);
    const QString text = all.left(all.size() - 9) + u'.' + fraction;
    return nano < 0 ? QString(u'-' + text) : text;
}

QString ratio(Wide numerator, Wide denominator) {
    if (denominator == 0) return {};
    const Wide scaled = numerator * 1'000'000;
    Wide quotient = scaled / denominator;
    const Wide twice = scaled % denominator * 2;
    if (twice > denominator || (twice == denominator && quotient % 2 != 0)) ++quotient;
    const QString all = digits(quotient).rightJustified(7, u'0');
    return all.left(all.size() - 6) + u'.' + all.right(6);
}

QString periodOf(std::int64_t seconds, const QString& interval) {
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (interval == u"hour") return time.toString(QStringLiteral("yyyy-MM-dd'T'HH':00:00Z'"));
    if (interval == u"day") return time.date().toString(QStringLiteral("yyyy-MM-dd"));
    if (interval == u"month") return time.date().toString(QStringLiteral("yyyy-MM"));
    if (interval == u"total") return interval;
    int year = 0;
    const int week = time.date().weekNumber(&year);
    return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0'));
}

Dimensions dimensionsOf(const FakeUsage& row) {
    return {{QStringLiteral("workspace"), row.workspace},
            {QStringLiteral("api_key"), row.apiKey},
            {QStringLiteral("model"), row.model},
            {QStringLiteral("service_tier"), row.serviceTier},
            {QStringLiteral("context_window"), row.contextWindow}};
}

Dimensions dimensionsOf(const FakeCost& row) {
    return {{QStringLiteral("workspace"), row.workspace},        {QStringLiteral("model"), row.model},
            {QStringLiteral("cost_type"), row.costType},         {QStringLiteral("token_type"), row.tokenType},
            {QStringLiteral("service_tier"), row.serviceTier},   {QStringLiteral("context_window"), row.contextWindow},
            {QStringLiteral("inference_geo"), row.inferenceGeo}, {QStringLiteral("description"), row.description}};
}

Dimensions dimensionsOf(const FakeClaudeCode& row) {
    return {{QStringLiteral("user"), row.actor},
            {QStringLiteral("terminal"), row.terminal},
            {QStringLiteral("customer_type"), row.customerType}};
}

void addTo(Sums& sums, const QString& period, const Dimensions& row, const QStringList& by,
           const std::vector<Wide>& values) {
    GroupKey key{period, {}};
    for (const QString& name : by) {
        if (!row.contains(name)) qFatal("no dimension %s", qPrintable(name));
        key.second.push_back(row.value(name));
    }
    std::vector<Wide>& sum = sums[key];
    sum.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) sum[i] += values[i];
}

Names::Names(const FakeData& data) {
    for (const FakeWorkspace& workspace : data.workspaces) m_names.insert(workspace.id, workspace.name);
    for (const FakeKey& key : data.keys) m_names.insert(key.id, key.name);
}

QString Names::shown(const QString& dimension, const OptionalText& id, bool ids) const {
    if (ids) return id.value_or(QString());
    if (id) return m_names.value(*id, *id);
    if (dimension == u"workspace") return QStringLiteral("(default workspace)");
    if (dimension == u"api_key") return QStringLiteral("(console)");
    return QStringLiteral("(none)");
}

QString guarded(const QString& text) {
    const bool dangerous = !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
    return dangerous ? QString(u'\'' + text) : text;
}

}  // namespace tokenledger::test
