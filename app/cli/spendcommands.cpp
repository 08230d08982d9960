// forecast and anomalies: reports with their own defaults, and the notes on days that stand out.
#include "app/cli/budgetcommands.h"
#include "app/cli/cachetable.h"
#include "app/cli/tableoutput.h"
#include "app/finance/anomalynote.h"
#include "app/finance/monthname.h"
#include "app/reports/standouts.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

constexpr int ShownDays = 31;

/// Of --month; the present month when it is not set.
Result<UtcDay> monthOption(const Context& context) {
    if (context.options.isSet(QStringLiteral("month"))) {
        return parseMonth(context.options.value(QStringLiteral("month")));
    }
    return UtcDay::fromDateTime(context.composition.clock().now()).firstOfMonth();
}

Result<DateRange> shownDays(const Context& context) {
    const auto from = dayOption(context.options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(context.options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    const UtcDay today = UtcDay::fromDateTime(context.composition.clock().now());
    const UtcDay last = to->value_or(today);
    return DateRange{from->value_or(last - (ShownDays - 1)), last};
}

/// Usage, with what stood out instead, when this did not.
Result<void> checkStoodOut(const Context& context, UtcDay day, Dimension dimension, const QString& id) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    const auto found = buildStandOuts(**reader, {.range = {day, day}});
    if (!found) return failure(found.error());
    QStringList others;
    for (const StandOutDay& each : found->days) {
        if (each.dimension == dimension && each.value.id == id) return {};
        others << QStringLiteral("%1=%2").arg(dimensionName(each.dimension), each.value.name);
    }
    return failure(ErrorKind::Usage,
                   QStringLiteral("%1 \"%2\" did not stand out on %3. What did: %4.")
                       .arg(dimensionName(dimension), id, day.toIso(),
                            others.isEmpty() ? QStringLiteral("nothing") : others.join(QStringLiteral(", "))));
}

Result<void> acknowledge(const Context& context) {
    const auto bad = [] {
        return failure(ErrorKind::Usage,
                       QStringLiteral("anomalies ack takes a day and what stood out on it, and a note: anomalies ack "
                                      "2026-11-10 api_key=batch-eu --note \"backfill, planned\"."));
    };
    if (context.arguments.size() != 3 || context.options.value(QStringLiteral("note")).trimmed().isEmpty()) {
        return bad();
    }
    const auto day = UtcDay::fromIso(context.arguments[1]);
    const QString& what = context.arguments[2];
    const auto dimension = dimensionFromName(what.section(u'=', 0, 0));
    if (!day || !dimension || !what.contains(u'=')) return bad();
    const auto value = oneValue(context, *dimension, what.section(u'=', 1));
    if (!value) return failure(value.error());
    if (const auto stoodOut = checkStoodOut(context, *day, *dimension, *value); !stoodOut) return stoodOut;
    const AnomalyNote note{*day, *dimension, *value, context.options.value(QStringLiteral("note")).trimmed()};
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    return writer->storeDefinitions({toDefinition(note)}, context.composition.author());
}

}  // namespace

Outcome runForecast(const Context& context) {
    if (const auto alone = context.checkNoArguments(QStringLiteral("forecast")); !alone) {
        return context.complain(alone.error());
    }
    const auto month = monthOption(context);
    if (!month) return context.complain(month.error());
    auto by = dimensionsOption(context.options);
    if (!by) return context.complain(by.error());
    ReportRequest request;
    request.report = QStringLiteral("forecast");
    request.range = {*month, month->lastOfMonth()};
    request.by = *std::move(by);
    request.ids = context.options.isSet(QStringLiteral("ids"));
    const auto table = readTable(context, request);
    return table ? putTable(context, *table) : context.complain(table.error());
}

Outcome runAnomalies(const Context& context) {
    if (!context.arguments.isEmpty() && context.arguments.front() == QLatin1String("ack")) {
        const auto done = acknowledge(context);
        if (!done) return context.complain(done.error());
        context.out.line(QStringLiteral("Noted. anomalies --all still shows the day, with the note."));
        return ExitCode::Done;
    }
    if (const auto alone = context.checkNoArguments(QStringLiteral("anomalies")); !alone) {
        return context.complain(alone.error());
    }
    const auto days = shownDays(context);
    if (!days) return context.complain(days.error());
    auto by = dimensionsOption(context.options);
    if (!by) return context.complain(by.error());
    ReportRequest request;
    request.report = QStringLiteral("anomalies");
    request.range = *days;
    request.by = *std::move(by);
    request.ids = context.options.isSet(QStringLiteral("ids"));
    auto table = readTable(context, request);
    if (!table) return context.complain(table.error());
    if (!context.options.isSet(QStringLiteral("all"))) {
        const auto note = std::find_if(table->columns.begin(), table->columns.end(),
                                       [](const Column& column) { return column.name == QLatin1String("note"); });
        const auto at = static_cast<std::size_t>(note - table->columns.begin());
        const auto hidden =
            std::erase_if(table->rows, [at](const auto& row) { return std::holds_alternative<QString>(row[at]); });
        if (hidden > 0) {
            table->notes << QStringLiteral("Acknowledged days are left out (%1); --all shows them.").arg(hidden);
        }
    }
    return putTable(context, *table);
}

}  // namespace tokenledger::cli
