#include "ui/pages/picturepage.h"

#include "charts/format.h"

namespace tokenledger {

namespace {

constexpr int DimAfterMs = 150;

}  // namespace

PicturePage::PicturePage(const Look& look, SessionController& controller, PictureSource& source, const Names& names,
                         QWidget* parent)
    : Page(look, controller, names, parent), m_source(source) {
    m_dim.setSingleShot(true);
    m_dim.setInterval(DimAfterMs);
}

void PicturePage::follow() {
    connect(&m_dim, &QTimer::timeout, this, &PicturePage::markOutdated);
    connect(&m_source, &PictureSource::ready, this, [this] {
        setError({});
        m_dim.stop();
        showPicture();
        setOutdated({});
        updateState();
    });
    connect(&m_source, &PictureSource::outdated, &m_dim, qOverload<>(&QTimer::start));
    connect(&m_source, &PictureSource::failed, this, [this](const Error& error) {
        m_dim.stop();
        setError(error);
        if (!m_source.isCurrent()) markOutdated();
        updateState();
    });
    for (const auto signal : {&SessionController::statusChanged, &SessionController::syncChanged,
                              &SessionController::overviewReady, &SessionController::syncFinished}) {
        connect(&controller(), signal, this, &PicturePage::updateState);
    }
}

void PicturePage::markOutdated() {
    if (m_source.hasPicture()) setOutdated(formatTime(asOf()).left(5));
}

void PicturePage::updateState() {
    setNotice(usualNotice());
    const bool hasPicture = m_source.hasPicture();
    showCardsOrState(hasPicture, hasPicture || controller().isSyncing());
}

void PicturePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_source.setActive(true);
    updateState();
}

void PicturePage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    m_source.setActive(false);
}

}  // namespace tokenledger
