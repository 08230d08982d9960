#include "ui/settings.h"

#include <QJsonDocument>

namespace tokenledger {

namespace {

const QString ThemeKey = QStringLiteral("window/theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString FiltersKey = QStringLiteral("filters/state");
const QString ModelsKey = QStringLiteral("colours/models");
const QString OpenedKey = QStringLiteral("opened/what");
const QString OpenedPathKey = QStringLiteral("opened/path");
const QString BackfillKey = QStringLiteral("sync/backfill-days");

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
    if (what == QLatin1String("live")) return {Opened::Live, {}};
    if (what == QLatin1String("sample")) return {Opened::Sample, {}};
    if (what == QLatin1String("file")) return {Opened::File, m_store.value(OpenedPathKey).toString()};
    return {};
}

void Settings::setLastOpened(const LastOpened& last) {
    m_store.setValue(OpenedKey, last.what == Opened::Live     ? QStringLiteral("live")
                                : last.what == Opened::Sample ? QStringLiteral("sample")
                                : last.what == Opened::File   ? QStringLiteral("file")
                                                              : QString());
    m_store.setValue(OpenedPathKey, last.path);
}

int Settings::backfillDays() const { return m_store.value(BackfillKey, 0).toInt(); }
void Settings::setBackfillDays(int days) { m_store.setValue(BackfillKey, days); }

}  // namespace tokenledger
