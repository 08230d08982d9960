#include "app/cli/budgetcommands.h"
#include "app/cli/cachetable.h"
#include "app/cli/tableoutput.h"
#include "app/finance/budget.h"
#include "app/finance/kinds.h"
#include "app/reports/allocationdefinitions.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

Error usageError(const QString& message) { return {ErrorKind::Usage, message, {}}; }

tl::unexpected<Error> usage(const QString& message) { return failure(usageError(message)); }

Result<QString> nameArgument(const Context& context) {
    const QString& command = context.arguments.front();
    if (context.arguments.size() == 2) return context.arguments[1];
    return usage(QStringLiteral("budget %1 takes the name of one budget.").arg(command));
}

Result<void> readScope(const Context& context, Budget& budget) {
    const QString text = context.options.value(QStringLiteral("scope"));
    const auto scope = scopeFromName(text.section(u'=', 0, 0));
    const bool whole = text == QLatin1String("organization");
    if (!scope || (!whole && (!text.contains(u'=') || *scope == BudgetScope::Organization))) {
        return usage(QStringLiteral("--scope takes organization, workspace=NAME, team=NAME, api_key=NAME or "
                                    "model=NAME; not \"%1\".")
                         .arg(text));
    }
    budget.scope = *scope;
    if (whole) return {};
    budget.value = text.section(u'=', 1);
    auto id = *scope == BudgetScope::Team ? teamOfBudget(context, budget.value)
                                          : oneValue(context, *dimensionFromName(scopeName(*scope)), budget.value);
    if (!id) return failure(id.error());
    budget.value = *std::move(id);
    return {};
}

Result<Budget> readBudget(const Context& context) {
    const QCommandLineParser& options = context.options;
    for (const char* needed : {"scope", "period", "amount"}) {
        if (!options.isSet(QString::fromLatin1(needed))) {
            return usage(QStringLiteral("budget set needs --%1.").arg(QString::fromLatin1(needed)));
        }
    }
    Budget budget;
    auto name = nameArgument(context);
    if (!name) return failure(name.error());
    budget.name = name->trimmed();
    if (auto done = readScope(context, budget); !done) return failure(done.error());
    const auto period = budgetPeriodFromName(options.value(QStringLiteral("period")));
    if (!period) return usage(QStringLiteral("--period takes month, quarter or year."));
    budget.period = *period;
    const auto amount = parseDollars(options.value(QStringLiteral("amount")).toStdString());
    if (!amount || amount->rounded) {
        return usage(QStringLiteral("--amount takes US dollars, as in 5000 or 1250.50; \"%1\" are none.")
                         .arg(options.value(QStringLiteral("amount"))));
    }
    budget.amount = amount->amount;
    if (options.isSet(QStringLiteral("thresholds"))) {
        auto thresholds = parseThresholds(options.value(QStringLiteral("thresholds")));
        if (!thresholds) return failure(thresholds.error());
        budget.thresholds = *std::move(thresholds);
    }
    const auto from = dayOption(options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    budget.from = *from;
    budget.to = *to;
    if (auto checked = checkBudget(budget); !checked) return failure(checked.error());
    return budget;
}

Result<void> store(const Context& context, const std::vector<DefinitionChange>& changes) {
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    return writer->storeDefinitions(changes, context.composition.author());
}

Outcome set(const Context& context) {
    const auto budget = readBudget(context);
    if (!budget) return context.complain(budget.error());
    // Not a new cache for a mistyped path.
    if (const auto reader = CacheReader::open(context.composition.cachePath()); !reader) {
        return context.complain(reader.error());
    }
    if (const auto stored = store(context, {toDefinition(*budget)}); !stored) return context.complain(stored.error());
    context.out.line(QStringLiteral("Budget \"%1\": $%2 a %3.")
                         .arg(budget->name, toExactString(budget->amount), budgetPeriodName(budget->period)));
    return ExitCode::Done;
}

Result<Definition> findBudget(const Context& context) {
    const auto name = nameArgument(context);
    if (!name) return failure(name.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    const auto budgets = (*reader)->definitions(definitionkind::Budget);
    if (!budgets) return failure(budgets.error());
    for (const Definition& budget : *budgets) {
        if (budget.name == *name) return budget;
    }
    return usage(QStringLiteral("There is no budget \"%1\"; budget list shows them.").arg(*name));
}

Outcome removeBudget(const Context& context) {
    const auto budget = findBudget(context);
    if (!budget) return context.complain(budget.error());
    const auto stored = store(context, {{definitionkind::Budget, budget->name, {}}});
    if (!stored) return context.complain(stored.error());
    context.out.line(QStringLiteral("Removed. budget history still shows its versions."));
    return ExitCode::Done;
}

Table versionsTable(const QString& report) {
    const auto text = [](const char* name) { return Column{QString::fromLatin1(name), ColumnType::Text, {}}; };
    Table table;
    table.report = report;
    table.columns = {text("budget"),     {QStringLiteral("version"), ColumnType::Integer, {}},
                     text("scope"),      text("value"),
                     text("period"),     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")},
                     text("thresholds"), text("from"),
                     text("to"),         {QStringLiteral("changed_at"), ColumnType::Time, {}},
                     text("changed_by")};
    return table;
}

Result<void> addVersion(const Definition& version, Table& table) {
    if (version.body.isEmpty()) {
        table.rows.push_back({version.name,
                              std::int64_t{version.version},
                              QStringLiteral("(removed)"),
                              {},
                              {},
                              {},
                              {},
                              {},
                              {},
                              version.author.at,
                              version.author.by});
        return {};
    }
    const auto budget = budgetFrom(version);
    if (!budget) return failure(budget.error());
    QStringList thresholds;
    for (const int threshold : budget->thresholds) thresholds << QString::number(threshold);
    table.rows.push_back({budget->name, std::int64_t{version.version}, scopeName(budget->scope),
                          budget->scope == BudgetScope::Organization ? Cell() : Cell(budget->value),
                          budgetPeriodName(budget->period), budget->amount, thresholds.join(u','),
                          budget->from ? Cell(budget->from->toIso()) : Cell(),
                          budget->to ? Cell(budget->to->toIso()) : Cell(), version.author.at, version.author.by});
    return {};
}

Outcome listVersions(const Context& context, bool all) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    Table table = versionsTable(all ? QStringLiteral("budget-history") : QStringLiteral("budget-list"));
    Result<std::vector<Definition>> versions = std::vector<Definition>();
    if (all) {
        const auto name = nameArgument(context);
        if (!name) return context.complain(name.error());
        versions = (*reader)->definitionHistory(definitionkind::Budget, *name);
        if (versions && versions->empty()) {
            return context.complain(usageError(QStringLiteral("There never was a budget \"%1\".").arg(*name)));
        }
    } else {
        versions = (*reader)->definitions(definitionkind::Budget);
    }
    if (!versions) return context.complain(versions.error());
    for (const Definition& version : *versions) {
        if (const auto added = addVersion(version, table); !added) return context.complain(added.error());
    }
    return putTable(context, table);
}

/// How the budgets stand today, all or the one that is named.
Outcome showStatus(const Context& context, const QString& name) {
    const UtcDay today = UtcDay::fromDateTime(context.composition.clock().now());
    const auto from = dayOption(context.options, QStringLiteral("from"));
    if (!from) return context.complain(from.error());
    const auto to = dayOption(context.options, QStringLiteral("to"));
    if (!to) return context.complain(to.error());
    ReportRequest request;
    request.report = QStringLiteral("budgets");
    const UtcDay last = to->value_or(today);
    request.range = {from->value_or(std::min(today, last)), last};
    request.ids = context.options.isSet(QStringLiteral("ids"));
    auto table = readTable(context, request);
    if (!table) return context.complain(table.error());
    if (!name.isEmpty()) {
        std::erase_if(table->rows, [&name](const auto& row) { return std::get<QString>(row[1]) != name; });
    }
    return putTable(context, *table);
}

Outcome fiscalYear(const Context& context) {
    bool ok = false;
    const int month = context.arguments.size() == 2 ? context.arguments[1].toInt(&ok) : 0;
    if (!ok || month < 1 || month > 12) {
        return context.complain(
            usageError(QStringLiteral("budget fiscal-year takes the month that it begins with, from 1 to 12.")));
    }
    if (const auto stored = store(context, {fiscalYearDefinition(month)}); !stored) {
        return context.complain(stored.error());
    }
    context.out.line(QStringLiteral("Fiscal years begin in month %1.").arg(month));
    return ExitCode::Done;
}

}  // namespace

Result<QString> teamOfBudget(const Context& context, const QString& name) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    const auto teams = readTeams(**reader);
    if (!teams) return failure(teams.error());
    if (teams->find(name) != 0) return name;
    return usage(QStringLiteral("There is no team \"%1\". %2").arg(name, teams->whatThereIs()));
}

Outcome runBudget(const Context& context) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    if (context.arguments.isEmpty()) return showStatus(context, {});
    const QString& what = context.arguments.front();
    if (what == QLatin1String("set")) return set(context);
    if (what == QLatin1String("list") && context.arguments.size() == 1) return listVersions(context, false);
    if (what == QLatin1String("history")) return listVersions(context, true);
    if (what == QLatin1String("remove")) return removeBudget(context);
    if (what == QLatin1String("fiscal-year")) return fiscalYear(context);
    if (what == QLatin1String("import")) return importBudgets(context);
    if (what == QLatin1String("show")) {
        const auto budget = findBudget(context);
        return budget ? showStatus(context, budget->name) : context.complain(budget.error());
    }
    return context.complain(usageError(
        QStringLiteral("budget takes set, list, show, remove, history, import or fiscal-year, or nothing; not "
                       "\"%1\".")
            .arg(what)));
}

}  // namespace tokenledger::cli
