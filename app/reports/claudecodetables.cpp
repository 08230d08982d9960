#include "app/reports/claudecodetables.h"

#include "app/reports/notes.h"

namespace tokenledger {

namespace {

Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }
Column integer(const char* name, const char* unit) {
    return {QString::fromLatin1(name), ColumnType::Integer, QString::fromLatin1(unit)};
}
Column dollars(const char* name) { return {QString::fromLatin1(name), ColumnType::Money, QStringLiteral("USD")}; }
Column acceptance() { return {QStringLiteral("acceptance_rate"), ColumnType::Ratio, {}}; }

/// The measures of the report "claude-code", by its names.
void appendMeasureColumns(std::vector<Column>& columns) {
    for (Column column :
         {integer("sessions", "sessions"), integer("lines_added", "lines"), integer("lines_removed", "lines"),
          integer("commits", "commits"), integer("pull_requests", "pull requests"), integer("tool_accepted", "actions"),
          integer("tool_rejected", "actions"), dollars("estimated_cost_usd")}) {
        columns.push_back(std::move(column));
    }
}

void appendMeasures(std::vector<Cell>& row, const ClaudeCodeMeasures& m) {
    for (const std::int64_t value :
         {m.sessions, m.linesAdded, m.linesRemoved, m.commits, m.pullRequests, m.toolAccepted, m.toolRejected}) {
        row.emplace_back(value);
    }
    row.emplace_back(m.estimatedCost);
}

Cell rateCell(std::int64_t accepted, std::int64_t rejected) {
    const auto all = suggested(accepted, rejected);
    if (!all || *all <= 0) return {};
    return Ratio{accepted, *all};
}

QString actorType(ClaudeCodeActivity::ActorType type) {
    return type == ClaudeCodeActivity::ActorType::User ? QStringLiteral("user") : QStringLiteral("api_key");
}

Table emptyTable(const ClaudeCodeActivity& a, bool periods) {
    Table table;
    table.report = QStringLiteral("claude-code");
    table.range = periods ? a.request.range : a.tableDays;
    table.interval = periods ? a.request.interval : Interval::Total;
    table.completeness = {periods ? a.completeness : a.tableCompleteness};
    table.asOf = periods ? a.asOf : a.tableAsOf;
    table.notes << claudeCodeNote();
    if (periods) table.columns.push_back(text("period"));
    return table;
}

}  // namespace

Table claudeCodePeopleTable(const ClaudeCodeActivity& a) {
    Table table = emptyTable(a, false);
    table.columns = {text("user"), text("actor_type"), integer("active_days", "days")};
    appendMeasureColumns(table.columns);
    table.columns.push_back(acceptance());
    table.columns.push_back(dollars("estimated_cost_per_commit_usd"));
    for (const auto& row : a.rows) {
        const ClaudeCodeMeasures& m = row.measures;
        std::vector<Cell> cells{row.id, actorType(row.type), std::int64_t{row.activeDays}};
        appendMeasures(cells, m);
        cells.push_back(rateCell(m.toolAccepted, m.toolRejected));
        const auto each = costPer(m.estimatedCost, m.commits);
        if (each) {
            cells.emplace_back(*each);
        } else {
            cells.emplace_back();
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table claudeCodeToolsTable(const ClaudeCodeActivity& a) {
    Table table = emptyTable(a, false);
    table.columns = {text("tool"), integer("tool_accepted", "actions"), integer("tool_rejected", "actions"),
                     acceptance()};
    for (const auto& tool : a.tools) {
        table.rows.push_back({tool.id, tool.accepted, tool.rejected, rateCell(tool.accepted, tool.rejected)});
    }
    return table;
}

Table claudeCodeLayersTable(const ClaudeCodeActivity& a) {
    Table table = emptyTable(a, true);
    const bool people = a.request.layers == ClaudeCodeLayers::Person;
    table.columns.push_back(text(people                                               ? "user"
                                 : a.request.layers == ClaudeCodeLayers::Subscription ? "subscription"
                                                                                      : "terminal"));
    if (people) table.columns.push_back(text("actor_type"));
    appendMeasureColumns(table.columns);
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        for (const auto& layer : a.layers) {
            if (layer.perPeriod[i] == ClaudeCodeMeasures{}) continue;
            std::vector<Cell> cells{periodLabel(a.periods[i], a.request.interval), layer.id};
            if (people) cells.emplace_back(actorType(layer.type));
            appendMeasures(cells, layer.perPeriod[i]);
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

Table claudeCodeActiveUsersTable(const ClaudeCodeActivity& a) {
    Table table = emptyTable(a, true);
    table.columns.push_back(integer("active_users", "people"));
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        std::vector<Cell>& row = table.rows.emplace_back();
        row.emplace_back(periodLabel(a.periods[i], a.request.interval));
        if (a.states[i].isEmpty()) {
            row.emplace_back();
        } else {
            row.emplace_back(a.peoplePerPeriod[i]);
        }
    }
    return table;
}

}  // namespace tokenledger
