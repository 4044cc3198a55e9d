/** How a reader's client opens a chat with people: the identity of each on the reader's channel, by the person's id. */
export type Chats = Readonly<Record<string, string>>;
