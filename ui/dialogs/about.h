// About the program: what it is made of, in which versions, under which licence. GUI thread.
#pragma once

#include <QString>

#include <utility>
#include <vector>

class QWidget;

namespace tokenledger {

/// Name and version of what the program is built with, from its own to the cache's schema. Names that are words are
/// translated when they are shown.
using Components = std::vector<std::pair<QString, QString>>;

/// A window beside the main one; brings the one that is open to the front.
void showAbout(QWidget* parent, const Components& components);
/// What its Copy button gives: a line each.
[[nodiscard]] QString componentsText(const Components& components);

}  // namespace tokenledger
