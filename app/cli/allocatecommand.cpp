#include "app/cli/allocationcommands.h"
#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"
#include "app/finance/kinds.h"
#include "app/reports/allocationdefinitions.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

const QStringList RuleOptions{QStringLiteral("shared"), QStringLiteral("console"), QStringLiteral("fixed")};

Result<SharingRule> ruleOption(const Context& context, const QString& name) {
    const QString text = context.options.value(name);
    if (const auto rule = sharingRuleFromName(text)) return *rule;
    return failure(ErrorKind::Usage,
                   QStringLiteral("--%1 takes none, even, proportional or fixed; not \"%2\".").arg(name, text));
}

void printRule(Output& out, const AllocationRule& rule) {
    out.line(QStringLiteral("shared: %1").arg(sharingRuleName(rule.shared)));
    out.line(QStringLiteral("console: %1").arg(sharingRuleName(rule.console)));
    for (const auto& share : rule.fixed) {
        out.line(QStringLiteral("fixed: %1 %2 %").arg(share.team, partText(share.millionths)));
    }
}

Result<void> readRule(const Context& context, AllocationRule& rule) {
    for (const auto& [name, into] :
         {std::pair{QStringLiteral("shared"), &rule.shared}, {QStringLiteral("console"), &rule.console}}) {
        if (!context.options.isSet(name)) continue;
        const auto read = ruleOption(context, name);
        if (!read) return failure(read.error());
        *into = *read;
    }
    if (!context.options.isSet(QStringLiteral("fixed"))) return {};
    rule.fixed.clear();
    for (const QString& text : context.options.values(QStringLiteral("fixed"))) {
        auto share = fixedShareFromText(text);
        if (!share) return failure(share.error());
        rule.fixed.push_back(*std::move(share));
    }
    return {};
}

ExitCode setRule(const Context& context) {
    const QString path = context.composition.cachePath();
    const auto reader = CacheReader::open(path);
    if (!reader) return context.complain(reader.error());
    auto rule = readStoredRule(**reader);
    if (!rule) return context.complain(rule.error());
    const bool sets = std::any_of(RuleOptions.begin(), RuleOptions.end(),
                                  [&context](const QString& name) { return context.options.isSet(name); });
    if (sets) {
        if (auto read = readRule(context, *rule); !read) return context.complain(read.error());
        const auto teams = readTeams(**reader);
        if (!teams) return context.complain(teams.error());
        if (const auto holds = rulesFor(*rule, *teams); !holds) return context.complain(holds.error());
        auto writer = LedgerWriter::open(path);
        if (!writer) return context.complain(writer.error());
        const auto stored =
            writer->storeDefinitions({{definitionkind::AllocationRule, AllocationRuleName, allocationRuleBody(*rule)}},
                                     context.composition.author());
        if (!stored) return context.complain(stored.error());
    }
    printRule(context.out, *rule);
    return ExitCode::Done;
}

Result<ReportRequest> readRequest(const Context& context) {
    ReportRequest request;
    request.report = QStringLiteral("allocation");
    const auto range = rangeOptions(context, QStringLiteral("allocate"));
    if (!range) return failure(range.error());
    request.range = *range;
    if (auto read = readQuestion(context.options, request); !read) return failure(read.error());
    if (!context.options.isSet(QStringLiteral("interval"))) request.interval = Interval::Total;
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    return request;
}

/// What the options leave open, the cache says.
Result<void> complete(const Context& context, const CacheReader& cache, ReportRequest& request) {
    if (!context.options.isSet(QStringLiteral("by"))) {
        const auto teams = readTeams(cache);
        if (!teams) return failure(teams.error());
        request.by = {teams->teams().empty() ? Dimension::ApiKey : Dimension::Team};
    }
    if (!context.options.isSet(QStringLiteral("rule"))) return {};
    const auto once = ruleOption(context, QStringLiteral("rule"));
    if (!once) return failure(once.error());
    auto rule = readStoredRule(cache);
    if (!rule) return failure(rule.error());
    rule->shared = *once;
    rule->console = *once;
    request.allocationRule = *std::move(rule);
    return {};
}

}  // namespace

Outcome runAllocate(const Context& context) {
    if (context.arguments == QStringList{QStringLiteral("rule")}) return setRule(context);
    if (auto alone = context.checkNoArguments(QStringLiteral("allocate")); !alone) {
        return context.complain(alone.error());
    }
    for (const QString& option : RuleOptions) {
        if (!context.options.isSet(option)) continue;
        return context.complain(
            {ErrorKind::Usage,
             QStringLiteral("--%1 belongs to \"allocate rule\". For this once, take --rule.").arg(option),
             {}});
    }
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    auto request = readRequest(context);
    if (!request) return context.complain(request.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    if (auto done = complete(context, **reader, *request); !done) return context.complain(done.error());
    const auto table = tokenledger::runReport(**reader, *request, context.composition.prices());
    if (!table) return context.complain(table.error());
    return putTable(context, *table);
}

}  // namespace tokenledger::cli
