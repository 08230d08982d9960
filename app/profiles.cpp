#include "app/profiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace tokenledger {

namespace {

const QString Group = QStringLiteral("profiles");
const QString Ending = QStringLiteral(".tokenledger");
constexpr const char* NameKey = "name";
constexpr const char* OrganizationKey = "organization";
constexpr const char* OrganizationNameKey = "organization-name";
constexpr const char* BackfillKey = "backfill-days";
constexpr const char* KeyStoredKey = "key-stored-at";
constexpr const char* ReminderKey = "key-reminder-after";
constexpr const char* RemovedKey = "removed";
constexpr int LongestMadeName = 40;  // room for " 2", and for the file system's limit of 255 bytes

}  // namespace

Profiles::Profiles(QString folder, const QString& settings)
    : m_folder(std::move(folder)), m_store(settings, QSettings::IniFormat) {}

QString Profiles::dataFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/tokenledger");
}

QString Profiles::settingsFile() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tokenledger"),
                     QStringLiteral("tokenledger"))
        .fileName();
}

QString Profiles::sampleName() { return QStringLiteral("sample"); }
QString Profiles::defaultName() { return QStringLiteral("default"); }

Result<QString> Profiles::checkName(const QString& name) {
    static const QRegularExpression form(QStringLiteral("^[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]{0,63}\\z"));
    if (form.match(name).hasMatch()) return name;
    return failure(ErrorKind::Usage,
                   QStringLiteral("A profile's name has 1 to 64 letters, digits, blanks, '-', '_' or '.', and does not "
                                  "begin with a dot or a blank."));
}

QString Profiles::key(const QString& name, const char* what) {
    return Group + QLatin1Char('/') + name + QLatin1Char('/') + QLatin1String(what);
}

QVariant Profiles::value(const QString& name, const char* what) const { return m_store.value(key(name, what)); }

void Profiles::set(const QString& name, const char* what, const QVariant& value) {
    if (value.isValid()) {
        m_store.setValue(key(name, what), value);
    } else {
        m_store.remove(key(name, what));
    }
}

QStringList Profiles::remembered() const {
    m_store.beginGroup(Group);
    const QStringList names = m_store.childGroups();
    m_store.endGroup();
    return names;
}

QStringList Profiles::withFiles() const {
    QStringList names;
    for (const QString& file : QDir(m_folder).entryList({QString(u'*' + Ending)}, QDir::Files)) {
        names.append(file.chopped(Ending.size()));
    }
    return names;
}

QStringList Profiles::names() const {
    QStringList names = remembered() + withFiles();
    names.removeDuplicates();
    names.removeIf([this](const QString& name) {
        return name == sampleName() || !checkName(name) || value(name, RemovedKey).toBool();
    });
    std::sort(names.begin(), names.end(), [this](const QString& a, const QString& b) {
        const int order = displayName(a).localeAwareCompare(displayName(b));
        return order != 0 ? order < 0 : a < b;
    });
    return names;
}

QString Profiles::cachePath(const QString& name) const {
    const auto elsewhere = m_paths.constFind(name);
    return elsewhere != m_paths.cend() ? *elsewhere : QString(m_folder + u'/' + name + Ending);
}

bool Profiles::hasCache(const QString& name) const { return QFileInfo::exists(cachePath(name)); }

QString Profiles::displayName(const QString& name) const {
    for (const char* what : {NameKey, OrganizationNameKey}) {
        const QString text = value(name, what).toString();
        if (!text.isEmpty()) return text;
    }
    return name;
}

void Profiles::setDisplayName(const QString& name, const QString& displayName) {
    const QString text = displayName.simplified();
    const bool own = text.isEmpty() || text == value(name, OrganizationNameKey).toString();
    set(name, NameKey, own ? QVariant() : QVariant(text));
}

std::optional<Organization> Profiles::organization(const QString& name) const {
    const QString id = value(name, OrganizationKey).toString();
    if (id.isEmpty()) return std::nullopt;
    return Organization{id, value(name, OrganizationNameKey).toString()};
}

void Profiles::setOrganization(const QString& name, const Organization& organization) {
    set(name, OrganizationKey, organization.id);
    set(name, OrganizationNameKey, organization.name);
}

QString Profiles::profileOf(const QString& organizationId) const {
    const QStringList names = remembered();
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString& name) {
        return !organizationId.isEmpty() && value(name, OrganizationKey).toString() == organizationId;
    });
    return found == names.end() ? QString() : *found;
}

QString Profiles::newName(const QString& organizationName) const {
    static const QRegularExpression unfit(QStringLiteral("[^\\p{L}\\p{N}_. -]+"));
    static const QRegularExpression unfitStart(QStringLiteral("^[. ]+"));
    QString base = organizationName;
    base = base.replace(unfit, QStringLiteral(" ")).simplified().remove(unfitStart).left(LongestMadeName).trimmed();
    if (!checkName(base)) base = QStringLiteral("organization");
    // Regardless of case: some file systems keep no two names apart that differ in nothing else.
    const QStringList taken = remembered() + withFiles() + QStringList{sampleName(), defaultName()};
    const auto isFree = [&](const QString& name) {
        return !taken.contains(name, Qt::CaseInsensitive) && !hasCache(name);
    };
    QString name = base;
    for (int number = 2; !isFree(name); ++number) name = base + u' ' + QString::number(number);
    return name;
}

int Profiles::backfillDays(const QString& name) const { return value(name, BackfillKey).toInt(); }
void Profiles::setBackfillDays(const QString& name, int days) { set(name, BackfillKey, days); }

void Profiles::noteKeyStored(const QString& name, const QDateTime& at) {
    set(name, KeyStoredKey, at.toUTC().toString(Qt::ISODate));
    set(name, ReminderKey, {});
    set(name, RemovedKey, {});
}

void Profiles::noteKeyForgotten(const QString& name) {
    if (!keyStoredAt(name).isValid()) return;
    set(name, KeyStoredKey, {});
    set(name, ReminderKey, {});
}

QDateTime Profiles::keyStoredAt(const QString& name) const {
    return QDateTime::fromString(value(name, KeyStoredKey).toString(), Qt::ISODate);
}

std::optional<int> Profiles::keyReminder(const QString& name, const QDateTime& now) const {
    const QDateTime stored = keyStoredAt(name);
    if (!stored.isValid()) return std::nullopt;
    const auto days = static_cast<int>(stored.secsTo(now) / 86'400);
    const QDateTime after = QDateTime::fromString(value(name, ReminderKey).toString(), Qt::ISODate);
    if (days < KeyIsOldAfterDays || (after.isValid() && now < after)) return std::nullopt;
    return days;
}

void Profiles::restReminder(const QString& name, const QDateTime& now) {
    set(name, ReminderKey, now.toUTC().addDays(ReminderRestsDays).toString(Qt::ISODate));
}

void Profiles::remove(const QString& name, bool cacheStays) {
    if (!cacheStays) {
        m_store.remove(Group + QLatin1Char('/') + name);
        return;
    }
    noteKeyForgotten(name);
    set(name, RemovedKey, true);
}

}  // namespace tokenledger
