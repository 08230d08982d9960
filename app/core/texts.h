// Texts of functions that belong to no QObject, in the language of the window; English where no translator is
// installed, as in the command line. Thread-safe.
#pragma once

#include <QCoreApplication>

namespace tokenledger {

/// What lupdate files under the namespace: the context of every tr() in a free function. `about` tells translators
/// which of several meanings is meant; `n` stands for %n.
[[nodiscard]] inline QString tr(const char* text, const char* about = nullptr, int n = -1) {
    return QCoreApplication::translate("tokenledger", text, about, n);
}

}  // namespace tokenledger
