#include "app/cli/managementreport.h"

#include "app/cli/tableoutput.h"
#include "app/export/pdfprogram.h"

namespace tokenledger::cli {

Result<QByteArray> managementReport(const Context& context, const ReportRequest& request, bool pseudonyms) {
    if (pseudonyms) {  // their secret is made here: the other program only reads
        if (const auto secret = pseudonymsOf(context); !secret) return failure(secret.error());
    }
    auto made = runPdfProgram(
        windowProgram(), {request, context.composition.cachePath(), context.composition.clock().now(), pseudonyms});
    if (!made) return failure(made.error());
    for (const QString& line : made->said) context.err.line(line);
    return std::move(made->bytes);
}

}  // namespace tokenledger::cli
