// The management report as PDF, made by the program tokenledger without a window. Whoever wants one runs it: the
// command line, which links no window library, and the window, whose own process would give other bytes each time.
#pragma once

#include "app/reports/report.h"

#include <chrono>

namespace tokenledger {

struct PdfQuestion {
    ReportRequest request;  // of the report overview
    QString cachePath;
    QDateTime now;
    bool pseudonyms = false;  // the cache has their secret
};
struct PdfAnswer {
    QByteArray bytes;
    QStringList said;  // remarks of the program, line by line
};

/// The program, beside the one that runs now, as both are installed or as a build puts them; or in the PATH. Empty:
/// none.
[[nodiscard]] QString windowProgram();

/// Blocks: not in the GUI thread. Error Usage when there is no program; else what it says itself, or Internal,
/// also when it takes longer than `patience`: then it is ended.
[[nodiscard]] Result<PdfAnswer> runPdfProgram(const QString& program, const PdfQuestion& question,
                                              std::chrono::milliseconds patience = std::chrono::minutes(2));

}  // namespace tokenledger
