const path = require('node:path');
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.CACHET_USER_DATA);
app.whenReady().then(() => {
  const frame = app.commandLine.getSwitchValue('ozone-platform') !== 'headless';
  new BrowserWindow({ width: 1360, height: 860, frame }).loadFile(path.join(__dirname, 'index.html'));
});
