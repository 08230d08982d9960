// Asks how a report is to be saved: name, days, format, file names. GUI thread.
#pragma once

#include "app/finance/savedreport.h"
#include "ui/namedreport.h"

#include <functional>

class QWidget;

namespace tokenledger {

/// `reports`: what can be saved, at least one; the user picks one of them. `save` gets what was chosen, checked but for
/// its name being taken already: that one is replaced.
void showSaveReport(QWidget* parent, const std::vector<NamedReport>& reports, bool pseudonyms,
                    std::function<void(const SavedReport&)> save);

}  // namespace tokenledger
