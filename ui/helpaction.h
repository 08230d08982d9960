// The one thing that helps in a state of the window.
#pragma once

namespace tokenledger {

enum class HelpAction {
    None,
    Sync,
    SyncFurther,
    Connect,
    Reload,
    OpenFile,
    OpenAgain,
    StartAfresh,
    ClearKeyFilter,
    RestKeyReminder
};

}  // namespace tokenledger
