// The management report without a window, for tokenledger-cli and for the window itself, which both run this program
// for it: so that the same question gives the same bytes.
#pragma once

#include "app/composition.h"

#include <QCommandLineParser>

namespace tokenledger {

/// Not shown in --help: what the programs say to each other.
void addPdfOptions(QCommandLineParser& parser);
[[nodiscard]] bool wantsPdf(const QCommandLineParser& parser);
/// Writes the file. Errors of the report, or of the options; Cache where pseudonyms are wanted and the cache has no
/// secret for them.
[[nodiscard]] Result<void> exportPdf(const QCommandLineParser& parser, const Composition& composition);

}  // namespace tokenledger
