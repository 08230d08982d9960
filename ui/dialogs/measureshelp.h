// The help: topics on the left, found by their words; the chosen one on the right. A window of its own that stays
// beside the main one. GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace tokenledger {

/// `topic`: the id of the one to begin with (see HelpTopic). Brings the one that is open to the front.
void showHelp(QWidget* parent, const QString& topic);

}  // namespace tokenledger
