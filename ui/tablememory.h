// Tables remember their columns and their order between runs. GUI thread.
#pragma once

class QWidget;

namespace tokenledger {

class Settings;

/// All tables below `window`, by object name. The settings outlive it.
void rememberTables(QWidget& window, Settings& settings);

}  // namespace tokenledger
