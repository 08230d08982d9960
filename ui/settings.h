// What the window remembers between runs: look, size, the filter bar, model colours, what was open. Never a secret.
#pragma once

#include "charts/modelcolours.h"
#include "ui/filterstate.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QSettings>

namespace tokenledger {

class Settings {
public:
    /// An INI file of this path; tests give one of their own.
    explicit Settings(const QString& path);
    /// The platform's place for settings of this user.
    Settings();

    enum class Opened { Nothing, Live, Sample, File };
    struct LastOpened {
        Opened what = Opened::Nothing;
        QString path;  // of a File
    };

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] FilterState filters() const;
    void setFilters(const FilterState& state);
    [[nodiscard]] ModelColours modelColours() const;
    void setModelColours(const ModelColours& colours);
    [[nodiscard]] LastOpened lastOpened() const;
    void setLastOpened(const LastOpened& last);
    /// How far back the first sync goes; 0: not chosen.
    [[nodiscard]] int backfillDays() const;
    void setBackfillDays(int days);

private:
    mutable QSettings m_store;
};

}  // namespace tokenledger
