#include "ui/settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace tokenledger {

namespace {

const QString ThemeKey = QStringLiteral("window/theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString FiltersKey = QStringLiteral("filters/state");
const QString ModelsKey = QStringLiteral("colours/models");
const QString OpenedKey = QStringLiteral("opened/what");
const QString OpenedNameKey = QStringLiteral("opened/name");
const QString AutoSyncKey = QStringLiteral("sync/by-itself");
const QString AutoSyncMinutesKey = QStringLiteral("sync/minutes");
const QString ProxyKey = QStringLiteral("network/proxy");
constexpr int MostMinutes = 24 * 60;

}  // namespace

Settings::Settings(const QString& path) : m_store(path, QSettings::IniFormat) {}

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tokenledger"),
              QStringLiteral("tokenledger")) {}

ThemeChoice Settings::theme() const {
    const QString name = m_store.value(ThemeKey).toString();
    if (name == QLatin1String("light")) return ThemeChoice::Light;
    if (name == QLatin1String("dark")) return ThemeChoice::Dark;
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
    m_store.setValue(ThemeKey, choice == ThemeChoice::Light  ? QStringLiteral("light")
                               : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                             : QStringLiteral("system"));
}

QByteArray Settings::geometry() const { return m_store.value(GeometryKey).toByteArray(); }
void Settings::setGeometry(const QByteArray& geometry) { m_store.setValue(GeometryKey, geometry); }

FilterState Settings::filters() const {
    return FilterState::fromJson(QJsonDocument::fromJson(m_store.value(FiltersKey).toString().toUtf8()).object());
}

void Settings::setFilters(const FilterState& state) {
    m_store.setValue(FiltersKey, QString::fromUtf8(QJsonDocument(state.toJson()).toJson(QJsonDocument::Compact)));
}

ModelColours Settings::modelColours() const {
    return ModelColours::fromStrings(m_store.value(ModelsKey).toStringList());
}
void Settings::setModelColours(const ModelColours& colours) { m_store.setValue(ModelsKey, colours.toStrings()); }

Settings::LastOpened Settings::lastOpened() const {
    const QString what = m_store.value(OpenedKey).toString();
    if (what == QLatin1String("live")) return {Opened::Live, m_store.value(OpenedNameKey).toString()};
    if (what == QLatin1String("sample")) return {Opened::Sample, {}};
    if (what == QLatin1String("file")) return {Opened::File, m_store.value(OpenedNameKey).toString()};
    return {};
}

void Settings::setLastOpened(const LastOpened& last) {
    m_store.setValue(OpenedKey, last.what == Opened::Live     ? QStringLiteral("live")
                                : last.what == Opened::Sample ? QStringLiteral("sample")
                                : last.what == Opened::File   ? QStringLiteral("file")
                                                              : QString());
    m_store.setValue(OpenedNameKey, last.name);
}

Settings::AutoSync Settings::autoSync() const {
    AutoSync choice;
    choice.on = m_store.value(AutoSyncKey, choice.on).toBool();
    choice.minutes = std::clamp(m_store.value(AutoSyncMinutesKey, choice.minutes).toInt(), 1, MostMinutes);
    return choice;
}

void Settings::setAutoSync(const AutoSync& choice) {
    m_store.setValue(AutoSyncKey, choice.on);
    m_store.setValue(AutoSyncMinutesKey, std::clamp(choice.minutes, 1, MostMinutes));
}

QString Settings::proxy() const { return m_store.value(ProxyKey).toString(); }
void Settings::setProxy(const QString& address) { m_store.setValue(ProxyKey, address); }

}  // namespace tokenledger
