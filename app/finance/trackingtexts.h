// What a preview of an import says, in lines for a reader. Pure; any thread.
#pragma once

#include "app/finance/trackingfile.h"

namespace tokenledger {

struct PreviewLine {
    QString label;
    QString text;
};

/// What was understood: form, columns, days, models, rows left out, the first records, sums.
[[nodiscard]] std::vector<PreviewLine> previewLines(const TrackingFile& file);
/// Names that Anthropic's usage does not hold: most likely they are written in another way there.
[[nodiscard]] QStringList unknownModels(const QStringList& models, const QStringList& usageModels);

}  // namespace tokenledger
