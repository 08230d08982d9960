#include "ui/pages/organizationexports.h"

#include "ui/pages/organizationtexts.h"

namespace tokenledger {

namespace {

using View = OrganizationView;

Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }
Column time(const char* name) { return {QString::fromLatin1(name), ColumnType::Time, {}}; }

Cell cell(const QString& value) { return value.isEmpty() ? Cell() : Cell(value); }
Cell cell(const QDateTime& value) { return value.isValid() ? Cell(value) : Cell(); }
Cell cell(const std::optional<UtcDay>& value) { return value ? Cell(value->toIso()) : Cell(); }
template <typename Value>
Cell cell(const std::optional<Value>& value) {
    return value ? Cell(std::int64_t{*value}) : Cell();
}

QString knownName(View::Known known) {
    return known == View::Known::Listed ? QStringLiteral("yes") : QStringLiteral("no");
}

Table keyTable(const View& view) {
    Table table;
    table.columns = {text("id"),
                     text("name"),
                     text("status"),
                     text("workspace"),
                     text("created_by_name"),
                     time("created_at"),
                     time("expires_at"),
                     text("partial_key_hint"),
                     text("listed"),
                     text("last_use"),
                     {QStringLiteral("tokens"), ColumnType::Integer, QStringLiteral("tokens")}};
    for (const View::Key& key : view.keys) {
        table.rows.push_back({cell(key.id), cell(key.name), cell(key.status), cell(key.workspace), cell(key.owner),
                              cell(key.created), cell(key.expires), cell(key.hint), knownName(key.known),
                              cell(key.lastUse), cell(key.tokens)});
    }
    table.completeness = {view.usageOfRange};
    return table;
}

Table workspaceTable(const View& view) {
    Table table;
    table.columns = {text("id"),
                     text("name"),
                     time("created_at"),
                     time("archived_at"),
                     text("listed"),
                     {QStringLiteral("members"), ColumnType::Integer, {}},
                     {QStringLiteral("active_keys"), ColumnType::Integer, {}},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")}};
    for (const View::Workspace& one : view.workspaces) {
        table.rows.push_back({cell(one.id), cell(one.name), cell(one.created), cell(one.archived), knownName(one.known),
                              cell(one.members), cell(one.keys), one.spend ? Cell(*one.spend) : Cell()});
    }
    table.completeness = {view.costOfRange};
    return table;
}

Table userTable(const View& view) {
    Table table;
    table.columns = {text("id"),
                     text("name"),
                     text("email"),
                     text("role"),
                     time("added_at"),
                     text("listed"),
                     text("last_claude_code_day")};
    for (const View::User& user : view.users) {
        table.rows.push_back({cell(user.id), cell(user.name), cell(user.email), cell(user.role), cell(user.added),
                              knownName(user.known), cell(user.lastClaudeCode)});
    }
    return table;
}

std::optional<Table> tableOf(const View& view, OrganizationList list) {
    Table table;
    switch (list) {
        case OrganizationList::ApiKeys:
            table = keyTable(view);
            break;
        case OrganizationList::Workspaces:
            table = workspaceTable(view);
            break;
        case OrganizationList::Users:
            table = userTable(view);
            break;
        default:
            return std::nullopt;  // the catalogue has the same
    }
    table.report = organizationListName(list);
    table.range = view.request.range;
    table.interval = Interval::Total;
    table.asOf = view.list(kindOf(list)).fetchedAt;
    table.incompleteList = !view.list(kindOf(list)).isWhole();
    return table;
}

}  // namespace

NamedReport organizationExport(const OrganizationView& view, OrganizationList list) {
    ReportRequest request;
    request.report = organizationListName(list);
    request.range = view.request.range;
    return {listTitle(list), request.report, request, tableOf(view, list)};
}

}  // namespace tokenledger
