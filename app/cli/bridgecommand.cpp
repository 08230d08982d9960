#include "app/cli/allocationcommands.h"
#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"
#include "app/reports/comparison.h"

namespace tokenledger::cli {

namespace {

Result<DateRange> againstOption(const Context& context, const DateRange& range) {
    const QString text = context.options.value(QStringLiteral("against"));
    const auto compared = [&range](Comparison comparison) { return comparedRange(range, comparison).value_or(range); };
    if (text.isEmpty() || text == QLatin1String("previous")) return compared(Comparison::PreviousPeriod);
    if (text == QLatin1String("last-year")) return compared(Comparison::SamePeriodLastYear);
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const auto first = UtcDay::fromIso(QStringView(text).left(std::max<qsizetype>(dots, 0)));
    const auto last = dots < 0 ? std::nullopt : UtcDay::fromIso(QStringView(text).mid(dots + 2));
    if (first && last && *first <= *last) return DateRange{*first, *last};
    return failure(ErrorKind::Usage, QStringLiteral("--against takes previous, last-year, or days as in "
                                                    "2026-01-01..2026-01-31; not \"%1\".")
                                         .arg(text));
}

Result<ReportRequest> readRequest(const Context& context) {
    if (auto alone = context.checkNoArguments(QStringLiteral("bridge")); !alone) return failure(alone.error());
    ReportRequest request;
    request.report = QStringLiteral("bridge");
    const auto range = rangeOptions(context, request.report);
    if (!range) return failure(range.error());
    request.range = *range;
    if (auto read = readQuestion(context.options, request); !read) return failure(read.error());
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    const auto against = againstOption(context, *range);
    if (!against) return failure(against.error());
    request.against = *against;
    return request;
}

}  // namespace

Outcome runBridge(const Context& context) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    const auto request = readRequest(context);
    if (!request) return context.complain(request.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto table = tokenledger::runReport(**reader, *request, context.composition.prices());
    if (!table) return context.complain(table.error());
    return putTable(context, *table);
}

}  // namespace tokenledger::cli
