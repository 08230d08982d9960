// What the window is given from outside: the seams, and how sessions come about. Filled in app/composition, or by
// tests.
#pragma once

#include "app/core/clock.h"
#include "app/core/secretbuffer.h"
#include "app/profiles.h"
#include "app/secrets/secretstore.h"
#include "app/session.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/dialogs.h"
#include "ui/settings.h"

#include <QUrl>

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
    Profiles& profiles;
    QString profile;  // opened where nothing was open last, and the first to be connected

    /// The profile's cache and a client with this key. An empty key: the cache opens, but a sync will be refused.
    std::function<std::unique_ptr<Session>(const QString& profile, SecretBuffer key, bool heldForThisRunOnly)> openLive;
    std::function<std::unique_ptr<Session>()> openSample;
    std::function<std::unique_ptr<Session>(const QString& path)> openFile;
    /// Not started; parented to `parent`.
    std::function<KeyCheck*(SecretBuffer key, QObject* parent)> checkKey;
    /// Deletes a cache file for good, in another thread.
    std::function<QFuture<Result<void>>(const QString& path)> removeCache;
    /// Renames a damaged cache, in another thread; the new path.
    std::function<QFuture<Result<QString>>(const QString& path)> setCacheAside;
    /// The proxy for the requests from now on; empty: the system's.
    std::function<void(const QUrl& proxy)> setProxy;

    /// What is opened now is opened again at the next start.
    bool remembersOpened = true;
    /// What About lists.
    Components components = {};
    /// Why the user's own price list is not used; nothing: it is, or there is none.
    std::optional<Error> priceProblem = std::nullopt;
    /// Shows a notice on the desktop; empty: there is none. Nothing comes back.
    std::function<void(const QString& title, const QString& text)> notify = {};
};

}  // namespace tokenledger
