import "./styles/tokens.css";
import "./styles/base.css";
import { createApp } from "vue";
import App from "./App.vue";
import { createRoutes } from "./router";
import { createDesk, deskKey } from "./state/desk";
import "./styles/element.css";
import { i18n } from "./texts/texts";

const desk = createDesk(() => void router.push({ name: "sign-in" }));
const router = createRoutes(desk.session);

createApp(App).use(i18n).use(router).provide(deskKey, desk).mount("#desk");
