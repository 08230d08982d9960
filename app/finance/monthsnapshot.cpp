#include "app/finance/monthsnapshot.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"
#include "app/finance/monthname.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tokenledger {

namespace {

constexpr int SnapshotVersion = 1;

QString key(const char* name) { return QString::fromLatin1(name); }

/// Counts are texts like money: a JSON number may lose digits on its way through another program.
QJsonObject toJsonObject(const std::map<QString, Money>& amounts) {
    QJsonObject object;
    for (const auto& [id, amount] : amounts) object.insert(id, toExactString(amount));
    return object;
}

QJsonObject figuresObject(const MonthFigures& figures) {
    QJsonObject tokens;
    for (const auto& [kind, count] : figures.tokens) tokens.insert(kind, QString::number(count));
    return {{key("spend"), toExactString(figures.spend)},
            {key("by_model"), toJsonObject(figures.byModel)},
            {key("by_workspace"), toJsonObject(figures.byWorkspace)},
            {key("by_cost_type"), toJsonObject(figures.byCostType)},
            {key("tokens"), tokens},
            {key("web_searches"), QString::number(figures.webSearches)}};
}

QJsonObject completenessObject(const std::vector<SnapshotDays>& all) {
    QJsonObject object;
    for (const SnapshotDays& days : all) {
        object.insert(days.dataset, QJsonObject{{key("final"), days.finalDays},
                                                {key("provisional"), days.provisionalDays},
                                                {key("missing"), days.missingDays},
                                                {key("failed"), days.failedDays}});
    }
    return object;
}

QJsonObject sourcesObject(const MonthSnapshot& snapshot) {
    QJsonObject object;
    for (const SnapshotSource& source : snapshot.sources) {
        object.insert(source.dataset, QJsonObject{{key("first_fetch"), toRfc3339(source.firstFetch)},
                                                  {key("last_fetch"), toRfc3339(source.lastFetch)},
                                                  {key("requests"), source.requests},
                                                  {key("first_request_id"), source.firstRequestId},
                                                  {key("last_request_id"), source.lastRequestId}});
    }
    QJsonObject book{{key("own_prices"), snapshot.ownPrices},
                     {key("discounts"), QJsonArray::fromStringList(snapshot.discounts)}};
    if (snapshot.priceBookEdition) book.insert(key("edition"), snapshot.priceBookEdition->toIso());
    object.insert(key("price_book"), book);
    return object;
}

QJsonObject matchObject(const SnapshotMatch& match) {
    QJsonArray rows;
    for (const SnapshotMatch::Row& row : match.rows) {
        QJsonObject object{{key("item"), row.item},
                           {key("tokens_x_price"), toExactString(row.computed)},
                           {key("cost_report"), toExactString(row.billed)},
                           {key("status"), row.status}};
        if (!row.accepted.isEmpty()) object.insert(key("accepted"), row.accepted);
        rows.append(object);
    }
    QJsonArray causes;
    for (const SnapshotMatch::Cause& cause : match.causes) {
        causes.append(QJsonObject{
            {key("cause"), cause.kind}, {key("item"), cause.item}, {key("amount"), toExactString(cause.amount)}});
    }
    return {{key("tokens_x_price"), toExactString(match.computed)},
            {key("residual"), toExactString(match.residual)},
            {key("rows"), rows},
            {key("causes"), causes}};
}

QJsonArray acceptancesArray(const std::vector<SnapshotAcceptance>& all) {
    QJsonArray array;
    for (const SnapshotAcceptance& one : all) {
        array.append(QJsonObject{{key("item"), one.item},
                                 {key("amount"), toExactString(one.accepted.amount)},
                                 {key("note"), one.accepted.note},
                                 {key("by"), one.by},
                                 {key("at"), toRfc3339(one.at)}});
    }
    return array;
}

tl::unexpected<Error> badSnapshot(const QString& why) {
    return failure(ErrorKind::Usage, tr("The snapshot of the closed month cannot be read: %1.").arg(why));
}

Result<Money> readMoney(const QJsonValue& value) {
    const auto amount = parseDollars(value.toString().toStdString());
    if (!value.isString() || !amount || amount->rounded)
        return badSnapshot(tr("\"%1\" is no amount of US dollars").arg(value.toVariant().toString()));
    return amount->amount;
}

Result<std::map<QString, Money>> readAmounts(const QJsonValue& value) {
    std::map<QString, Money> amounts;
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at) {
        const auto amount = readMoney(at.value());
        if (!amount) return failure(amount.error());
        amounts.emplace(at.key(), *amount);
    }
    return amounts;
}

Result<std::int64_t> readCount(const QJsonValue& value) {
    bool isNumber = false;
    const std::int64_t count = value.toString().toLongLong(&isNumber);
    if (!isNumber) return badSnapshot(tr("\"%1\" is no whole number").arg(value.toVariant().toString()));
    return count;
}

}  // namespace

QByteArray toJson(const MonthSnapshot& snapshot) {
    QJsonObject object{{key("month"), monthName(snapshot.month)},
                       {key("organization"), snapshot.organization},
                       {key("figures"), figuresObject(snapshot.figures)},
                       {key("completeness"), completenessObject(snapshot.completeness)},
                       {key("sources"), sourcesObject(snapshot)},
                       {key("match"), matchObject(snapshot.match)},
                       {key("acceptances"), acceptancesArray(snapshot.acceptances)},
                       {key("versions"), QJsonObject{{key("program"), snapshot.programVersion},
                                                     {key("schema"), snapshot.schemaVersion},
                                                     {key("snapshot"), SnapshotVersion}}}};
    if (snapshot.invoice) object.insert(key("invoice"), QJsonDocument::fromJson(toJson(*snapshot.invoice)).object());
    if (!snapshot.problems.isEmpty()) {
        object.insert(key("closed_in_spite_of"),
                      QJsonObject{{key("problems"), QJsonArray::fromStringList(snapshot.problems)},
                                  {key("reason"), snapshot.overrideReason}});
    }
    return canonicalJson(object);
}

Result<MonthFigures> snapshotFigures(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject root = document.object();
    const QJsonValue value = root.value(key("figures"));
    if (!value.isObject()) return badSnapshot(tr("\"figures\" is missing"));
    const QJsonObject object = value.toObject();
    MonthFigures figures;
    const auto spend = readMoney(object.value(key("spend")));
    if (!spend) return failure(spend.error());
    figures.spend = *spend;
    const std::pair<const char*, std::map<QString, Money>*> splits[] = {
        {"by_model", &figures.byModel}, {"by_workspace", &figures.byWorkspace}, {"by_cost_type", &figures.byCostType}};
    for (const auto& [name, split] : splits) {
        auto amounts = readAmounts(object.value(key(name)));
        if (!amounts) return failure(amounts.error());
        *split = *std::move(amounts);
    }
    const QJsonObject tokens = object.value(key("tokens")).toObject();
    for (auto at = tokens.begin(); at != tokens.end(); ++at) {
        const auto count = readCount(at.value());
        if (!count) return failure(count.error());
        figures.tokens.emplace(at.key(), *count);
    }
    const auto searches = readCount(object.value(key("web_searches")));
    if (!searches) return failure(searches.error());
    figures.webSearches = *searches;
    const auto computed = readMoney(root.value(key("match")).toObject().value(key("tokens_x_price")));
    if (!computed) return failure(computed.error());
    figures.computed = *computed;
    if (const QJsonValue invoice = root.value(key("invoice")); invoice.isObject()) {
        const auto invoiced = readMoney(invoice.toObject().value(key("amount")));
        if (!invoiced) return failure(invoiced.error());
        figures.invoiced = *invoiced;
    }
    return figures;
}

Result<std::pair<QStringList, QString>> snapshotOverride(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) return badSnapshot(tr("it is not a JSON object"));
    const QJsonObject object = document.object().value(key("closed_in_spite_of")).toObject();
    QStringList problems;
    for (const QJsonValue& problem : object.value(key("problems")).toArray()) problems << problem.toString();
    return std::pair(problems, object.value(key("reason")).toString());
}

QString sha256Of(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

}  // namespace tokenledger
