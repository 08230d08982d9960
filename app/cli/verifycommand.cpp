#include "app/cli/commandline.h"
#include "storage/cachereader.h"

namespace tokenledger::cli {

Outcome runVerify(const Context& context) {
    if (const auto alone = context.checkNoArguments(QStringLiteral("verify")); !alone) {
        return context.complain(alone.error());
    }
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto findings = (*reader)->verify();
    if (!findings) return context.complain(findings.error());
    if (findings->empty()) {
        context.out.line(QStringLiteral("No problems: the file is sound, and every rollup sums to its facts."));
        return ExitCode::Done;
    }
    for (const VerifyFinding& finding : *findings) {
        context.out.line(finding.check + QStringLiteral(": ") + finding.message);
    }
    context.err.line(QStringLiteral("tokenledger-cli: The cache has %1. Put a good copy in its place, or set it "
                                    "aside with tokenledger-cli set-aside and sync again.")
                         .arg(findings->size() == 1 ? QStringLiteral("a problem")
                                                    : QStringLiteral("%1 problems").arg(findings->size())));
    return ExitCode::Difference;
}

}  // namespace tokenledger::cli
