// "What the measures mean": each figure's definition, in a window of its own that stays beside the main one. GUI
// thread.
#pragma once

#include <QString>

class QWidget;

namespace tokenledger {

void showMeasuresHelp(QWidget* parent);
[[nodiscard]] QString measuresHelpHtml();

}  // namespace tokenledger
