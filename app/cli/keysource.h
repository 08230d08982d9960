// Where the admin key comes from: --key-file, the environment, the keychain. Never an argument.
#pragma once

#include "app/cli/commandline.h"

namespace tokenledger::cli {

/// Calls back once from the event loop. Error Secret, in plain words, when there is no key anywhere.
void findKey(const Context& context, QObject* owner, std::function<void(Result<SecretBuffer>)> done);

/// Reads a key from a file, or from standard input for "-". Error Secret; Usage for no path.
[[nodiscard]] Result<SecretBuffer> readKeyFile(const QString& path);

}  // namespace tokenledger::cli
