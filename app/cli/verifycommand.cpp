#include "app/cli/commandline.h"
#include "storage/cachereader.h"

namespace tokenledger::cli {

Outcome runVerify(const Context& context) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto findings = (*reader)->verify();
    if (!findings) return context.complain(findings.error());
    if (findings->empty()) {
        context.out << "No problems: the file is sound, and every rollup sums to its facts." << Qt::endl;
        return ExitCode::Done;
    }
    for (const VerifyFinding& finding : *findings) context.out << finding.check << ": " << finding.message << '\n';
    context.out.flush();
    context.err << "tokenledger-cli: The cache has " << findings->size()
                << " problems. Move the file away and sync again, or restore a copy." << Qt::endl;
    return ExitCode::Difference;
}

}  // namespace tokenledger::cli
