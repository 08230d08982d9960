// Their entries in the list of commands, and their options.
#include "app/cli/allocationcommands.h"

#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"

namespace tokenledger::cli {

std::vector<Command> allocationCommands() {
    const auto o = [](const char* name) { return QString::fromLatin1(name); };
    return {
        {o("allocate"),
         QStringLiteral(
             "allocate --from DAY --to DAY [--by team|cost_centre|api_key|workspace|model|basis[,...]] "
             "[--interval day|week|month|total] [--where DIM=VALUE]... [--rule none|even|proportional|fixed] "
             "[--ids] [--format table|csv|json] [--output FILE]\n"
             "       tokenledger-cli allocate rule [--shared none|even|proportional|fixed] [--console ...] "
             "[--fixed TEAM=PERCENT]..."),
         QStringLiteral("Split the bill over API keys, teams and cost centres; rule: what becomes of cost that no key "
                        "used."),
         questionOptions() + tableOptions() +
             QStringList{o("from"), o("to"), o("rule"), o("shared"), o("console"), o("fixed")},
         runAllocate},
        {o("bridge"),
         QStringLiteral("bridge --from DAY --to DAY [--against previous|last-year|DAY..DAY] [--where DIM=VALUE]... "
                        "[--ids] [--format table|csv|json] [--output FILE]"),
         QStringLiteral("Why these days cost more or less: volume, mix, cache and price effect."),
         tableOptions() + QStringList{o("from"), o("to"), o("against"), o("where"), o("ids")}, runBridge},
        {o("team"),
         QStringLiteral("team set NAME [--cost-centre C] [--workspace W]... [--key K]... [--person E-MAIL]... "
                        "[--from DAY] [--to DAY]\n"
                        "       tokenledger-cli team list | show NAME\n"
                        "       tokenledger-cli team remove NAME [--workspace W]... [--key K]... [--person E-MAIL]...\n"
                        "       tokenledger-cli team import FILE.csv [--dry-run]"),
         QStringLiteral("Name groups of workspaces, API keys and people, with the cost centre they belong to."),
         tableOptions() +
             QStringList{o("cost-centre"), o("workspace"), o("key"), o("person"), o("from"), o("to"), o("dry-run")},
         runTeam},
    };
}

void addAllocationOptions(const AddOption& add) {
    add("rule", "For this once: what becomes of shared and Console cost: none, even, proportional or fixed.", "RULE");
    add("shared", "The rule for cost that no API key used: none, even, proportional or fixed.", "RULE");
    add("console", "The rule for what was used without an API key: none, even, proportional or fixed.", "RULE");
    add("fixed", "A team's part of what is given by the rule fixed; together 100. May be repeated.", "TEAM=PERCENT");
    add("against",
        "What the days are set against: previous (the default), last-year, or days as in "
        "2026-01-01..2026-01-31.",
        "DAYS");
    add("cost-centre", "The team's cost centre; empty for none.", "TEXT");
    add("workspace", "A workspace by name or id. May be repeated.", "WORKSPACE");
    add("key", "An API key by name or id. May be repeated.", "KEY");
    add("person", "A person by e-mail: the keys that they made. May be repeated.", "E-MAIL");
}

Result<DateRange> rangeOptions(const Context& context, const QString& command) {
    const auto from = dayOption(context.options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(context.options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    if (!*from || !*to) {
        return failure(ErrorKind::Usage, QStringLiteral("%1 needs --from DAY and --to DAY.").arg(command));
    }
    return DateRange{**from, **to};
}

}  // namespace tokenledger::cli
