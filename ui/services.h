// What the window is given from outside: the seams, and how sessions come about. Filled in app/composition, or by
// tests.
#pragma once

#include "app/core/clock.h"
#include "app/core/secretbuffer.h"
#include "app/secrets/secretstore.h"
#include "app/session.h"
#include "ui/dialogs/dialogs.h"
#include "ui/settings.h"

#include <functional>
#include <memory>

namespace tokenledger {

class KeyCheck;

/// Everything referred to outlives the window.
struct Services {
    Clock& clock;
    SecretStore& secrets;
    Dialogs& dialogs;
    Settings& settings;
    QString profile;  // the entry in the keychain

    /// The profile's cache and a client with this key. An empty key: the cache opens, but a sync will be refused.
    std::function<std::unique_ptr<Session>(SecretBuffer key, bool heldForThisRunOnly)> openLive;
    std::function<std::unique_ptr<Session>()> openSample;
    std::function<std::unique_ptr<Session>(const QString& path)> openFile;
    /// Not started; parented to `parent`.
    std::function<KeyCheck*(SecretBuffer key, QObject* parent)> checkKey;
    /// The profile has a cache file already.
    std::function<bool()> liveCacheExists;

    /// What is opened now is opened again at the next start.
    bool remembersOpened = true;
};

}  // namespace tokenledger
