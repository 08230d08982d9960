// The organizations of this machine, by profile: what is remembered about each beside its cache and its key. Both
// programs share the file. Never a secret. One thread.
#pragma once

#include "app/core/records.h"

#include <QHash>
#include <QSettings>

#include <optional>

namespace tokenledger {

class Profiles {
public:
    static constexpr int KeyIsOldAfterDays = 90;
    static constexpr int ReminderRestsDays = 30;

    /// `folder`: where the caches lie. `settings`: an INI file, which may hold other things, too.
    Profiles(QString folder, const QString& settings);

    /// The platform's places.
    [[nodiscard]] static QString dataFolder();
    [[nodiscard]] static QString settingsFile();
    [[nodiscard]] static QString sampleName();
    [[nodiscard]] static QString defaultName();
    /// A profile's name becomes a file name and an entry in the keychain. Error Usage.
    [[nodiscard]] static Result<QString> checkName(const QString& name);

    /// Those connected before and those with a cache file, by display name; not the sample, and none that was removed.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString cachePath(const QString& name) const;
    /// For this run: the cache of this profile lies elsewhere.
    void setCachePath(const QString& name, const QString& path) { m_paths[name] = path; }
    [[nodiscard]] bool hasCache(const QString& name) const;

    /// The name given by the user, else the organization's, else the profile's.
    [[nodiscard]] QString displayName(const QString& name) const;
    /// Empty, or the organization's own: the organization's from now on.
    void setDisplayName(const QString& name, const QString& displayName);
    /// Whom the profile belongs to, once that is known.
    [[nodiscard]] std::optional<Organization> organization(const QString& name) const;
    void setOrganization(const QString& name, const Organization& organization);
    /// The profile of an organization, also a removed one, whose cache then goes on; empty: there is none.
    [[nodiscard]] QString profileOf(const QString& organizationId) const;
    /// A name that no profile and no cache file has, made of the organization's.
    [[nodiscard]] QString newName(const QString& organizationName) const;

    /// How far back the first sync goes; 0: not chosen.
    [[nodiscard]] int backfillDays(const QString& name) const;
    void setBackfillDays(const QString& name, int days);

    /// A key was stored for this profile: it counts as connected.
    void noteKeyStored(const QString& name, const QDateTime& at);
    void noteKeyForgotten(const QString& name);
    [[nodiscard]] QDateTime keyStoredAt(const QString& name) const;
    /// Whole days since the key was stored, when that is long ago and the reminder does not rest.
    [[nodiscard]] std::optional<int> keyReminder(const QString& name, const QDateTime& now) const;
    void restReminder(const QString& name, const QDateTime& now);

    /// Not listed any more. What belongs to the cache is still known while that stays.
    void remove(const QString& name, bool cacheStays);

private:
    [[nodiscard]] static QString key(const QString& name, const char* what);
    [[nodiscard]] QVariant value(const QString& name, const char* what) const;
    void set(const QString& name, const char* what, const QVariant& value);
    [[nodiscard]] QStringList remembered() const;
    [[nodiscard]] QStringList withFiles() const;

    QString m_folder;
    QHash<QString, QString> m_paths;
    mutable QSettings m_store;
};

}  // namespace tokenledger
