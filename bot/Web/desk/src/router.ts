import { createRouter, createWebHashHistory } from "vue-router";
import { leads, seesChats } from "./logic/people";
import type { SessionState } from "./state/session";
import { Problem } from "./wire/problem";

declare module "vue-router" {
  interface RouteMeta {
    /** Who may see it: anybody, supervisors, or the administrator; else whoever is signed in. */
    for?: "anybody" | "leads" | "admin";
  }
}

/** The screens and who may see them. The server decides in the end; this only keeps people from empty pages. */
export function createRoutes(session: SessionState) {
  const router = createRouter({
    // Behind the #, so that the token of an invitation is in no log on the way.
    history: createWebHashHistory("/desk/"),
    routes: [
      { path: "/", redirect: "/chats/queue" },
      { path: "/sign-in", name: "sign-in", component: () => import("./screens/SignIn.vue"), meta: { for: "anybody" } },
      { path: "/invite/:token", name: "invite", component: () => import("./screens/InviteScreen.vue"), props: true, meta: { for: "anybody" } },
      { path: "/chats/:view(queue|mine|all)/:channel?/:conversation?", name: "chats", component: () => import("./screens/DeskScreen.vue"), props: true },
      { path: "/supervise", name: "supervise", component: () => import("./screens/SuperviseScreen.vue"), meta: { for: "leads" } },
      { path: "/people", name: "people", component: () => import("./screens/PeopleScreen.vue"), meta: { for: "admin" } },
      { path: "/account", name: "account", component: () => import("./screens/AccountScreen.vue") },
      { path: "/:rest(.*)*", redirect: "/" },
    ],
  });
  let begun: Promise<void> | null = null;

  router.beforeEach(async (to) => {
    // Without the server nobody is signed in yet; the sign-in page tells what is wrong when one tries.
    begun ??= session.begin().catch((thrown: unknown) => console.warn(Problem.of(thrown).code));
    await begun;
    const me = session.me.value;
    if (to.meta.for === "anybody") return to.name === "sign-in" && me ? "/" : true;
    if (!me) return { name: "sign-in", query: to.path === "/chats/queue" ? {} : { to: to.fullPath } };
    if (to.name === "chats" && !seesChats(me)) return "/people";
    if (to.meta.for === "leads" && !leads(me)) return "/";
    if (to.meta.for === "admin" && !me.admin) return "/";
    return true;
  });
  return router;
}
