// The options that both programs take, and the setup they make.
#pragma once

#include "app/composition.h"

#include <QCommandLineParser>

namespace tokenledger {

/// --cache --profile --base-url --sample --now
void addSetupOptions(QCommandLineParser& parser);
[[nodiscard]] QStringList setupOptionNames();

/// Error Usage in plain words for a value that cannot be.
[[nodiscard]] Result<Setup> readSetup(const QCommandLineParser& parser);

}  // namespace tokenledger
