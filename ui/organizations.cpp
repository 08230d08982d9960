#include "ui/organizations.h"

#include "app/core/async.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace tokenledger {

Organizations::Organizations(Services& services, SessionController& controller, QWidget* window)
    : QObject(window), m_services(services), m_controller(controller), m_window(window) {}

QString Organizations::entryOf(const QString& profile, const QStringList& all) const {
    const QString name = m_services.profiles.displayName(profile);
    const bool alone = std::none_of(all.begin(), all.end(), [&](const QString& other) {
        return other != profile && m_services.profiles.displayName(other) == name;
    });
    return alone ? name : tr("%1 (profile %2)").arg(name, profile);
}

void Organizations::fillMenu(QMenu& menu) {
    const QString& current = m_controller.profile();
    QStringList all = m_services.profiles.names();
    if (!current.isEmpty() && !all.contains(current)) all.append(current);
    for (const QString& profile : all) {
        QAction* action = menu.addAction(entryOf(profile, all).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("organization:") + profile);
        action->setCheckable(true);
        action->setChecked(profile == current);
        connect(action, &QAction::triggered, this, [this, profile] { open(profile); });
    }
    if (!all.isEmpty()) menu.addSeparator();
    if (current.isEmpty()) return;
    QAction* renaming = menu.addAction(tr("Rename..."));
    renaming->setObjectName(QStringLiteral("renameOrganization"));
    connect(renaming, &QAction::triggered, this, &Organizations::rename);
    QAction* removal = menu.addAction(tr("Remove..."));
    removal->setObjectName(QStringLiteral("removeOrganization"));
    connect(removal, &QAction::triggered, this, &Organizations::remove);
    menu.addSeparator();
}

QString Organizations::startWith() const {
    const Profiles& profiles = m_services.profiles;
    QStringList names = profiles.names();
    names.removeIf([&profiles](const QString& name) { return !profiles.hasCache(name); });
    const Settings::LastOpened last = m_services.settings.lastOpened();
    for (const QString& wanted : {last.what == Settings::Opened::Live ? last.name : QString(), m_services.profile}) {
        if (names.contains(wanted)) return wanted;
    }
    return names.isEmpty() ? QString() : names.first();
}

void Organizations::open(const QString& profile) {
    if (profile == m_controller.profile() && m_controller.session() != nullptr) return;
    whenNoSyncRuns([this, profile] { m_controller.openLive(profile); });
}

void Organizations::whenNoSyncRuns(std::function<void()> then) {
    if (!m_controller.isSyncing() || m_controller.profile().isEmpty()) return then();
    m_services.dialogs.show(m_window,
                            {tr("A sync is running"),
                             tr("Stop the sync of %1?").arg(m_controller.organizationName()),
                             tr("What it has fetched is saved, and the next sync goes on from there."),
                             {},
                             {tr("Keep syncing"), tr("Stop it")},
                             0},
                            [then = std::move(then)](int answer) {
                                if (answer == 1) then();
                            });
}

void Organizations::rename() {
    const QString profile = m_controller.profile();
    if (profile.isEmpty()) return;
    const auto organization = m_services.profiles.organization(profile);
    const QString own = organization ? tr("Left empty, it is called by its own name, %1.").arg(organization->name)
                                     : tr("Left empty, it is called by its own name.");
    m_services.dialogs.askText(m_window,
                               {tr("Rename organization"), tr("What this computer calls it. ") + own,
                                m_services.profiles.displayName(profile)},
                               [this, profile](const QString& name) {
                                   m_services.profiles.setDisplayName(profile, name);
                                   emit renamed();
                               });
}

void Organizations::remove() {
    const QString profile = m_controller.profile();
    if (profile.isEmpty()) return;
    const QFileInfo cache(m_services.profiles.cachePath(profile));
    const QString key =
        tr("Its key is taken out of this computer's keychain. The key stays valid until it is deleted in the Console.");
    Dialogs::Message question{tr("Remove organization"),
                              tr("Remove %1 from Tokenledger?").arg(m_services.profiles.displayName(profile)),
                              key,
                              {},
                              {tr("Remove"), tr("Cancel")}};
    if (cache.exists()) {
        question.more += QStringLiteral("\n\n") +
                         tr("What was fetched is in the file %1 (%2). It can stay there, to be opened later without a "
                            "key, or be deleted, too.")
                             .arg(QDir::toNativeSeparators(cache.filePath()),
                                  QLocale().formattedDataSize(cache.size(), 1, QLocale::DataSizeSIFormat));
        question.answers = {tr("Remove, keep the file"), tr("Remove and delete the file..."), tr("Cancel")};
    }
    m_services.dialogs.show(m_window, question, [this, profile, there = cache.exists()](int answer) {
        if (answer == 0) forgetKey(profile, false);
        if (answer == 1 && there) confirmDeletion(profile);
    });
}

void Organizations::confirmDeletion(const QString& profile) {
    m_services.dialogs.show(
        m_window,
        {tr("Delete the figures"),
         tr("Delete everything that was fetched of %1?").arg(m_services.profiles.displayName(profile)),
         tr("This cannot be undone. It could be fetched again only with a key, only as far back as the server still "
            "answers, and without what changed since."),
         {},
         {tr("Keep the file"), tr("Delete for good"), tr("Cancel")}},
        [this, profile](int answer) {
            if (answer == 0 || answer == 1) forgetKey(profile, answer == 1);
        });
}

void Organizations::forgetKey(const QString& profile, bool deleteCache) {
    m_services.secrets.remove(profile, this, [this, profile, deleteCache](const Result<void>& removed) {
        if (removed || removed.error().kind == ErrorKind::NotFound) {
            noteAndDrop(profile, deleteCache);
        } else {
            askWithoutKeychain(profile, deleteCache, removed.error());
        }
    });
}

void Organizations::askWithoutKeychain(const QString& profile, bool deleteCache, const Error& error) {
    m_services.dialogs.show(m_window,
                            {tr("Remove organization"),
                             tr("The keychain does not answer, so a key may stay in it."),
                             error.message,
                             error.detail,
                             {tr("Cancel"), tr("Remove anyway")},
                             0},
                            [this, profile, deleteCache](int answer) {
                                if (answer == 1) drop(profile, deleteCache);
                            });
}

void Organizations::noteAndDrop(const QString& profile, bool deleteCache) {
    if (m_controller.profile() != profile || m_controller.session() == nullptr) return drop(profile, deleteCache);
    // A cache that cannot be written does not keep the organization from being removed.
    whenDone(m_controller.session()->noteKeyChange(profile, QStringLiteral("removed from the keychain")), this,
             [this, profile, deleteCache](const Result<void>&) { drop(profile, deleteCache); });
}

void Organizations::drop(const QString& profile, bool deleteCache) {
    if (m_controller.profile() == profile) m_controller.close();
    if (!deleteCache) return finish(profile, true);
    whenDone(m_services.removeCache(m_services.profiles.cachePath(profile)), this,
             [this, profile](const Result<void>& deleted) {
                 if (!deleted) {
                     m_services.dialogs.show(m_window,
                                             {tr("Remove organization"),
                                              tr("The organization and its key are removed, but its file is not."),
                                              deleted.error().message,
                                              deleted.error().detail,
                                              {}},
                                             [](int) {});
                 }
                 finish(profile, !deleted);
             });
}

void Organizations::finish(const QString& profile, bool cacheStays) {
    m_services.profiles.remove(profile, cacheStays);
    const Settings::LastOpened last = m_services.settings.lastOpened();
    if (last.what == Settings::Opened::Live && last.name == profile) m_services.settings.setLastOpened({});
    // Something else may have been opened meanwhile.
    if (m_controller.session() != nullptr || !m_controller.profile().isEmpty()) return;
    const QString next = startWith();
    if (next.isEmpty()) {
        emit noneLeft();
    } else {
        m_controller.openLive(next);
    }
}

}  // namespace tokenledger
