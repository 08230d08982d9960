#include "ui/settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace tokenledger {

namespace {

const QString ThemeKey = QStringLiteral("window/theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString FiltersKey = QStringLiteral("filters/state");
const QString ModelsKey = QStringLiteral("colours/models");
const QString ValuesKey = QStringLiteral("colours/values");
const QString CostRowsKey = QStringLiteral("cost/rows");
const QString CostColumnsKey = QStringLiteral("cost/columns");
const QString OrganizationKey = QStringLiteral("organization/list");
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

ValueColours Settings::valueColours() const {
    return ValueColours::fromStrings(m_store.value(ValuesKey).toStringList());
}
void Settings::setValueColours(const ValueColours& colours) { m_store.setValue(ValuesKey, colours.toStrings()); }

Settings::CostView Settings::costView() const {
    const auto rows = dimensionFromName(m_store.value(CostRowsKey).toString());
    const auto columns = dimensionFromName(m_store.value(CostColumnsKey).toString());
    const std::vector<Dimension>& known = findReport(u"cost")->dimensions;
    const auto isKnown = [&known](const std::optional<Dimension>& dimension) {
        return dimension && std::find(known.begin(), known.end(), *dimension) != known.end();
    };
    return isKnown(rows) && isKnown(columns) ? CostView{*rows, *columns} : CostView();
}

void Settings::setCostView(const CostView& view) {
    m_store.setValue(CostRowsKey, dimensionName(view.rows));
    m_store.setValue(CostColumnsKey, dimensionName(view.columns));
}

OrganizationList Settings::organizationList() const {
    const QString name = m_store.value(OrganizationKey).toString();
    for (const OrganizationList list : AllOrganizationLists) {
        if (organizationListName(list) == name) return list;
    }
    return OrganizationList::ApiKeys;
}

void Settings::setOrganizationList(OrganizationList list) {
    m_store.setValue(OrganizationKey, organizationListName(list));
}

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
